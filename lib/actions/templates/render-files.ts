import type { TemplateContext } from "nunjitsu";
import type { RenderedFile } from "#lib/actions/templates/check-files.ts";
import type { RenderAnswer, RenderJob } from "#lib/actions/templates/render-child.ts";
import { type ChildPool, createChildPool } from "#lib/kernel/child-process/create-child-pool.ts";
import { AppError } from "#lib/kernel/errors.ts";

const deadlineMs = 3_000;
let pool: ChildPool | undefined;

/** Fills values into the paths and the contents of files, in a child process that is killed when it takes too long or too much memory. */
export async function renderFiles(
  files: RenderedFile[],
  context: TemplateContext,
  lane: string,
): Promise<RenderedFile[]> {
  pool ??= createChildPool({
    script: "lib/actions/templates/render-child.ts",
    deadlineMs,
    memoryMb: 64,
    maxChildren: 2,
    maxWaiting: 200,
  });
  const job: RenderJob = { files: files.map(({ path, content }) => ({ path, content })), context };
  const outcome = await pool.run(JSON.stringify(job), { lane });
  if (!outcome.ok) {
    if (outcome.reason === "busy")
      throw new AppError("unavailable", "Too many templates are being rendered; try again in a moment.");
    const why = {
      deadline: "took longer than 3 seconds",
      crashed: "needed too much memory",
      output_too_large: "made too much text",
    }[outcome.reason];
    throw new AppError("invalid", `Rendering the template was stopped because it ${why}; make the template simpler.`);
  }
  const answer = JSON.parse(outcome.output) as RenderAnswer;
  if ("problem" in answer) throw new AppError("invalid", `The template cannot be rendered: ${answer.problem}`);
  return answer.files.map((file, index) => ({ ...file, isPolicy: files[index]?.isPolicy ?? false }));
}
