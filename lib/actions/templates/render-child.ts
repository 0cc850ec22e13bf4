import { createTemplateRenderer, type TemplateContext, TemplateLimitError, TemplateRenderError } from "nunjitsu";
import { serveChildJobs } from "#lib/kernel/child-process/serve-child-jobs.ts";

// Fills in templates, in a process of its own: the engine has limits, but only a kill stops what slips through them.

export type RenderJob = { files: { path: string; content: string }[]; context: TemplateContext };
export type RenderAnswer = { files: { path: string; content: string }[] } | { problem: string };

const renderer = createTemplateRenderer();
const limits = {
  sourceCodeUnits: 1_000_000,
  workUnits: 2_000_000,
  nestingDepth: 100,
  outputCodeUnits: 2_000_000,
  scratchBytes: 8_000_000,
};

function render(job: RenderJob): RenderAnswer {
  const context = renderer.prepareContext(job.context);
  const files: { path: string; content: string }[] = [];
  for (const file of job.files) {
    try {
      files.push({
        path: renderer.render(file.path, context, { limits }),
        content: renderer.render(file.content, context, { limits }),
      });
    } catch (error) {
      const place =
        error instanceof TemplateRenderError || error instanceof TemplateLimitError ? error.line : undefined;
      const reason = error instanceof Error ? error.message : "unknown";
      return { problem: `${file.path}${place === undefined ? "" : `, line ${place}`}: ${reason}` };
    }
  }
  return { files };
}

serveChildJobs((input) => JSON.stringify(render(JSON.parse(input))));
