import * as words from "#components/words/ingestion/read-files.ts";
import { sizeText } from "#components/words/units.ts";

export type OfferedFile = { path: string; file: Blob };
export type PickedFile = { path: string; sizeBytes: number; content: string };

/** What of a choice can be sent, and a sentence for everything else. */
export type FileReading = {
  files: PickedFile[];
  /** One sentence each, naming the file. */
  leftOut: string[];
  /** Files of a folder that are no descriptors and nothing that descriptors refer to. */
  ignoredCount: number;
};

const maxFileBytes = 5_000_000;
const maxFiles = 5_000;
/** A little under what the door takes: the request has words of its own. */
const maxUploadBytes = 16 * 1024 * 1024 - 1024;

const textNames = /\.(ya?ml|json|md|txt|graphql|gql|proto|xml|wsdl|avsc|raml)$/i;
const foreignFolders = /(^|\/)(\.git|node_modules)\//;

/**
 * Reads chosen files and joins them with those chosen before; a file with the same path replaces the earlier one. From a folder only
 * texts are taken, a file that was named is always looked at.
 */
export async function readFiles(
  offered: readonly OfferedFile[],
  chosen: readonly PickedFile[] = [],
): Promise<FileReading> {
  const fileOfPath = new Map(chosen.map((file) => [file.path, file]));
  const leftOut: string[] = [];
  let ignoredCount = 0;
  let uploadBytes = chosen.reduce((sum, file) => sum + uploadSize(file), 0);
  for (const { path, file } of offered) {
    const isFromFolder = path.includes("/");
    if (isFromFolder && (foreignFolders.test(path) || !textNames.test(path))) {
      ignoredCount++;
      continue;
    }
    const read = await readFile(path, file);
    if (typeof read === "string") {
      leftOut.push(read);
      continue;
    }
    const before = fileOfPath.get(path);
    const added = uploadSize(read) - (before === undefined ? 0 : uploadSize(before));
    if (uploadBytes + added > maxUploadBytes) {
      leftOut.push(words.isLeftOut(path, sizeText(file.size)));
    } else if (before === undefined && fileOfPath.size >= maxFiles) {
      leftOut.push(words.isLeftOutAtMost(path));
    } else {
      fileOfPath.set(path, read);
      uploadBytes += added;
    }
  }
  const files = [...fileOfPath.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
  return { files, leftOut, ignoredCount };
}

async function readFile(path: string, file: Blob): Promise<PickedFile | string> {
  if (file.size > maxFileBytes) return words.isLeftOutItHas(path, sizeText(file.size));
  try {
    const content = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    if (content.includes("\0")) return words.isLeftOutItHasNul(path);
    return { path, sizeBytes: file.size, content };
  } catch (error) {
    return error instanceof TypeError ? words.isLeftOutItIsNotUtf(path) : words.isLeftOutTheBrowser(path);
  }
}

// As JSON, because that is how it is sent: every line break counts twice.
function uploadSize({ path, content }: PickedFile): number {
  return new Blob([JSON.stringify({ path, content })]).size + 1;
}
