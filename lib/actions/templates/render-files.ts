import type { TemplateContext } from "nunjitsu";
import type { RenderedFile } from "#lib/actions/templates/check-files.ts";
import type { RenderAnswer, RenderJob } from "#lib/actions/templates/render-child.ts";
import { type ChildPool, createChildPool } from "#lib/kernel/child-process/create-child-pool.ts";
import { AppError } from "#lib/kernel/errors.ts";

// Of the clock, and so generous: the engine's own limits end a heavy template within a second of work, also on a busy machine.
const deadlineMs = 10_000;
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
      deadline: "took longer than 10 seconds",
      crashed: "needed too much memory or was killed",
      output_too_large: "made too much text",
    }[outcome.reason];
    // The machine may be the cause as well as the template, so a run tries again before it gives up.
    throw new AppError(
      outcome.reason === "output_too_large" ? "invalid" : "unavailable",
      `Rendering the template was stopped because it ${why}; make the template simpler.`,
    );
  }
  const answer = JSON.parse(outcome.output) as RenderAnswer;
  if ("problem" in answer) throw new AppError("invalid", `The template cannot be rendered: ${answer.problem}`);
  return answer.files.map((file, index) => ({ ...file, isPolicy: files[index]?.isPolicy ?? false }));
}
