import { bodyOf, type ImportDraft } from "#components/ingestion/import-draft.ts";
import { RestError, restPost } from "#components/patterns/rest-client.ts";
import { countText } from "#components/words/format.ts";
import * as words from "#components/words/ingestion/import-work.ts";
import type { ImportPreview, ImportReport } from "#lib/ingestion/imports/schema.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

export type Task = "check" | "import";

/** Why it did not work: a sentence, and which field it is about. */
export type ImportProblem = { detail: string; fields: FieldProblem[]; requestId: string | null };

export type ImportResult =
  | { task: "check"; answer: ImportPreview; tookMs: number }
  | { task: "import"; answer: ImportReport; tookMs: number };

/**
 * Sends a draft to be checked or imported. Large bodies need the REST door: what a page may send is far smaller.
 * @throws RestError and whatever the browser throws when there is no answer
 */
export async function runTask(
  org: string,
  task: Task,
  draft: ImportDraft,
  signal: AbortSignal,
): Promise<ImportResult | ImportProblem> {
  const made = bodyOf(draft);
  if ("problem" in made) return { detail: made.problem.message, fields: [made.problem], requestId: null };
  const startedAt = performance.now();
  const took = () => performance.now() - startedAt;
  if (task === "check") {
    const answer = await restPost<ImportPreview>(org, "/catalog/imports/preview", made.body, signal);
    return { task, answer, tookMs: took() };
  }
  const answer = await restPost<ImportReport>(org, "/catalog/imports", made.body, signal);
  return { task, answer, tookMs: took() };
}

/** What is going on, for the time until the answer. */
export function taskLabel(task: Task, draft: ImportDraft): string {
  const what = {
    git: words.cloningAndReadingTheRepository,
    paste: words.readingTheText,
    files: words.sendingAndReading(countText(draft.files.length, words.file)),
  }[draft.way];
  return task === "check" ? what : words.thenWritingToTheCatalog(what);
}

/** A failure in words for the person who pressed the button. */
export function describeFailure(error: unknown, task: Task, draft: ImportDraft): ImportProblem {
  if (!(error instanceof RestError)) {
    const detail = task === "check" ? words.noAnswerCameLook : words.noAnswerCameLookAtTheRecent;
    return { detail, fields: [], requestId: null };
  }
  const { status, detail, fields = [], requestId } = error.problem;
  if (status === 401)
    return {
      detail: words.youAreSignedOutSign,
      fields: [],
      requestId,
    };
  return { detail, fields: fields.map((field) => nameFile(field, draft)), requestId };
}

// The server knows a file by its place in the list; people know it by its name.
function nameFile(field: FieldProblem, draft: ImportDraft): FieldProblem {
  const place = /^source\.files\.(\d+)(?:\.|$)/.exec(field.path)?.[1];
  if (place === undefined) return field;
  const file = draft.files[Number(place)];
  const message = file === undefined ? field.message : `${file.path}: ${field.message}`;
  return { path: "source.files", message };
}
