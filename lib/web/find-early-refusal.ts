/** What a request shows before anything reads it. */
export type EarlyRequest = { method: string; pathname: string; search: string; headers: Headers };
export type EarlyRefusal = { status: number; title: string; detail: string };

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const longestAddress = 8_192;
const largestActionBytes = 256 * 1024;
const deepest = 32;

// Marks that React's format gives a meaning. Our mutations send plain values; only these few come with them.
const unexpectedMark = /"\$(?!\$|undefined"|Infinity"|-Infinity"|NaN"|-0"|D\d|n-?\d|T")/;

/**
 * Cheap refusals of what nothing here asks for, so that the framework's own parsers never see it. This is no protection of anything:
 * pages and operations decide who may do what, and do so without it.
 */
export function findEarlyRefusal({ method, pathname, search, headers }: EarlyRequest): EarlyRefusal | null {
  if (!methods.has(method)) return refuse(405, "Method not allowed", `${method} is not used here.`);
  if (pathname.length + search.length > longestAddress)
    return refuse(414, "Address too long", `Use at most ${longestAddress} characters.`);
  const length = headers.get("content-length");
  if (length !== null && !/^\d{1,15}$/.test(length)) return refuse(400, "Bad request", "Content-Length is no number.");
  if (pathname.startsWith("/api/")) return null;
  if (method === "GET" || method === "HEAD") return null;
  if (method !== "POST" || headers.get("next-action") === null)
    return refuse(405, "Method not allowed", "Pages are read with GET; programs use /api/v1.");
  return actionRefusal(headers, length);
}

/** What is wrong with the arguments of a mutation, before the framework decodes them. */
export function findActionBodyRefusal(body: string): EarlyRefusal | null {
  if (body.length > largestActionBytes) return refuse(413, "Too large", "Send less at once.");
  if (isTooDeep(body)) return refuse(400, "Bad request", `The arguments are nested more than ${deepest} levels deep.`);
  try {
    if (!Array.isArray(JSON.parse(body))) return refuse(400, "Bad request", "The arguments are no list.");
  } catch {
    return refuse(400, "Bad request", "The arguments cannot be read.");
  }
  return unexpectedMark.test(body) ? refuse(400, "Bad request", "The arguments are not plain values.") : null;
}

function actionRefusal(headers: Headers, length: string | null): EarlyRefusal | null {
  if (!/^[0-9a-f]{40,44}$/.test(headers.get("next-action") ?? ""))
    return refuse(400, "Bad request", "There is no such action.");
  const origin = headers.get("origin");
  if (origin === null || !URL.canParse(origin) || new URL(origin).host !== headers.get("host"))
    return refuse(403, "Not allowed", "A change must come from our own pages.");
  if (!/^text\/plain\b/i.test(headers.get("content-type") ?? ""))
    return refuse(415, "Unsupported form", "Arguments are sent as text.");
  return sizeRefusal(length, largestActionBytes);
}

function sizeRefusal(length: string | null, limitBytes: number): EarlyRefusal | null {
  if (length === null) return refuse(411, "Length required", "Say the length of the body.");
  return Number(length) > limitBytes
    ? refuse(413, "Too large", `The body may have at most ${limitBytes / 1024} KiB.`)
    : null;
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isInText) {
      if (character === "\\") index++;
      else if (character === '"') isInText = false;
    } else if (character === '"') isInText = true;
    else if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    if (depth > deepest) return true;
  }
  return false;
}

function refuse(status: number, title: string, detail: string): EarlyRefusal {
  return { status, title, detail };
}
