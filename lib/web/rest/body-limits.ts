import { AppError } from "#lib/kernel/errors.ts";

const mebibyte = 1024 * 1024;
const largeBodies = [/\/catalog\/imports(\/preview)?$/, /\/(entities|deployments|incidents)\/bulk$/];
const deepest = 32;

/** How large a request's body may be, in bytes: imports and bulk writes carry files, nothing else does. */
export function bodyLimit(path: string): number {
  return largeBodies.some((pattern) => pattern.test(path)) ? 16 * mebibyte : mebibyte;
}

/**
 * Reads a body up to the limit and checks its form before anything parses it.
 * @throws AppError `too_large` or `invalid`
 */
export async function readBody(request: Request, path: string): Promise<string> {
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity") throw new AppError("invalid", "Send the body without Content-Encoding.");
  const limit = bodyLimit(path);
  const tooLarge = () =>
    new AppError("too_large", `The body may have at most ${limit / mebibyte} MiB; send less at once.`);
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  const text = decodeUtf8(Buffer.concat(chunks));
  if (text !== "") checkDepth(text);
  return text;
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("invalid", "The body is not UTF-8 text; send JSON in UTF-8.");
  }
}

/** Refuses JSON that is nested too deeply, without recursion: a parser of ours or the database's would fail on it later. */
export function checkDepth(text: string): void {
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isInText) {
      if (code === 92) index++;
      else if (code === 34) isInText = false;
    } else if (code === 34) isInText = true;
    else if (code === 91 || code === 123) {
      depth++;
      if (depth > deepest)
        throw new AppError(
          "invalid",
          `The body is nested more than ${deepest} levels deep (at character ${index + 1}); make it flatter.`,
        );
    } else if (code === 93 || code === 125) depth--;
  }
}

/** Whether a parsed value holds text that the database cannot store. @returns the dotted path of the first such text */
export function findUnstorableText(value: unknown): string | null {
  const waiting: [string, unknown][] = [["", value]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, current] = next;
    if (typeof current === "string") {
      if (current.includes("\0") || !current.isWellFormed()) return path;
    } else if (typeof current === "object" && current !== null) {
      for (const [key, inner] of Object.entries(current)) {
        const innerPath = path === "" ? key : `${path}.${key}`;
        if (key.includes("\0") || !key.isWellFormed()) return innerPath;
        waiting.push([innerPath, inner]);
      }
    }
  }
  return null;
}
