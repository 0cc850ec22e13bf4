import { AppError } from "#lib/kernel/errors.ts";

const mebibyte = 1024 * 1024;
const largeBodies = [
  /\/catalog\/imports(\/preview)?$/,
  /\/(entities|deployments|incidents)\/bulk$/,
  /\/entities\/sort$/,
  /\/entity-export\//,
];
const deepest = 32;

/** How large a request's body may be, in bytes: imports and bulk writes carry files, and a selection may be long. */
export function bodyLimit(path: string): number {
  return largeBodies.some((pattern) => pattern.test(path)) ? 16 * mebibyte : mebibyte;
}

/**
 * Reads a JSON body up to the limit of its address and checks its form before anything parses it.
 * @throws AppError `too_large`, `unsupported` or `invalid`
 */
export async function readBody(request: Request, path: string): Promise<string> {
  const text = decodeUtf8(await readBytes(request, bodyLimit(path)));
  if (text !== "") checkDepth(text);
  return text;
}

/**
 * Reads the bytes of a body and stops at the limit, whatever its length is said to be. Compressed bodies are refused: there is no
 * decoder here that a stranger's bytes could reach.
 * @throws AppError `too_large` or `unsupported`
 */
export async function readBytes(request: Request, limitBytes: number): Promise<Buffer> {
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity") throw new AppError("unsupported", "Send the body without Content-Encoding.");
  const tooLarge = () =>
    new AppError("too_large", `The body may have at most ${limitBytes / mebibyte} MiB; send less at once.`);
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limitBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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

export type UnusablePart = { path: string; message: string };

const unstorable = "Contains a NUL character or half of a surrogate pair; remove it";
const tooLarge = "This number is too large to be one; at most 1.7976931348623157e308 can be kept";
/** What a number that is too large looks like: an exponent of three digits, or very many digits. */
const largeNumber = /\d[eE]\+?\d{3}|\d{309}/;

/**
 * What a body's parsed value has that nothing can keep: text that the database cannot store, which only an escape can hold, and numbers
 * that are too large and would be infinite. Most bodies can have neither, and are not looked through.
 * @returns the first such part, by its dotted path
 */
export function findUnusablePart(body: string, value: unknown): UnusablePart | null {
  if (!body.includes("\\u") && !largeNumber.test(body)) return null;
  const waiting: [string, unknown][] = [["", value]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, current] = next;
    if (typeof current === "number" && !Number.isFinite(current)) return { path, message: tooLarge };
    if (typeof current === "string") {
      if (current.includes("\0") || !current.isWellFormed()) return { path, message: unstorable };
    } else if (typeof current === "object" && current !== null) {
      for (const [key, inner] of Object.entries(current)) {
        const innerPath = path === "" ? key : `${path}.${key}`;
        if (key.includes("\0") || !key.isWellFormed()) return { path: innerPath, message: unstorable };
        waiting.push([innerPath, inner]);
      }
    }
  }
  return null;
}
