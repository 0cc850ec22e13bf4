import { type FileText, maxFileBytes } from "#lib/ingestion/trees/file-tree.ts";

/** Bytes of a file as text, or why they are none. */
export function decodeFile(bytes: Uint8Array): FileText {
  if (bytes.byteLength > maxFileBytes) return { problem: tooLarge(bytes.byteLength) };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { problem: "is not UTF-8 text; save it as UTF-8" };
  }
}

/** The sentence about a file of a size that is not read. */
export function tooLarge(sizeBytes: number): string {
  return `is ${Math.ceil(sizeBytes / 1_000_000)} MB large; at most ${maxFileBytes / 1_000_000} MB a file can be read`;
}
