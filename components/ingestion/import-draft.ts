import type { PickedFile } from "#components/ingestion/read-files.ts";
import * as words from "#components/words/ingestion/import-draft.ts";
import type { ImportSource } from "#lib/ingestion/imports/schema.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

export const ways = ["git", "paste", "files"] as const;
export type Way = (typeof ways)[number];

/** What was typed and chosen, for all ways at once: going to another way and back loses nothing. */
export type ImportDraft = {
  way: Way;
  url: string;
  ref: string;
  path: string;
  isEveryFileWanted: boolean;
  text: string;
  files: PickedFile[];
};

/** The largest request that the REST door reads for an import. */
export const maxBodyBytes = 16 * 1024 * 1024;
const maxTextBytes = 5_000_000;

/** A draft that begins with what an address asks for. */
export function startDraft(given: { kind?: string; url?: string; ref?: string; path?: string }): ImportDraft {
  const way = ways.find((candidate) => candidate === given.kind) ?? "git";
  const { url = "", ref = "", path = "" } = given;
  return { way, url, ref, path, isEveryFileWanted: false, text: "", files: [] };
}

/** The source that a draft describes. */
export function sourceOf(draft: ImportDraft): ImportSource {
  if (draft.way === "paste") return { kind: "paste", text: draft.text };
  if (draft.way === "files") {
    return { kind: "files", files: draft.files.map(({ path, content }) => ({ path, content })) };
  }
  const [ref, path] = [draft.ref.trim(), draft.path.trim()];
  return {
    kind: "git",
    url: draft.url.trim(),
    ...(ref === "" ? {} : { ref }),
    ...(path === "" ? {} : { path }),
    ...(draft.isEveryFileWanted ? { isEveryFileWanted: true } : {}),
  };
}

/** The body of the request, or what is too large about it. */
export function bodyOf(draft: ImportDraft): { body: string } | { problem: FieldProblem } {
  const tooLarge = (path: string, message: string) => ({ problem: { path, message } });
  if (draft.way === "paste" && new Blob([draft.text]).size > maxTextBytes)
    return tooLarge("source.text", words.theTextHasMoreThan);
  const body = JSON.stringify({ source: sourceOf(draft) });
  if (new Blob([body]).size > maxBodyBytes) {
    const [path, what] =
      draft.way === "paste" ? ["source.text", words.theTextHas] : ["source.files", words.theFilesHave];
    return tooLarge(path, words.moreThan16MbTogether(what));
  }
  return { body };
}
