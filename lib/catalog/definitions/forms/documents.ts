import { LineCounter, parseDocument } from "yaml";

export type Json = { [name: string]: unknown };

/** A definition that cannot be read, with its place. */
export class DefinitionError extends Error {
  readonly line: number | null;
  readonly column: number | null;
  constructor(message: string, line: number | null = null, column: number | null = null) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** Reads YAML or JSON, which is YAML too. @throws DefinitionError */
export function readDocument(text: string): Json {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new DefinitionError(firstLine(error.message), line, col);
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new DefinitionError(firstLine(error instanceof Error ? error.message : String(error)));
  }
  if (!isJson(value)) throw new DefinitionError("The text is no document with named parts.", 1, 1);
  return value;
}

/** Whether a value has named parts. */
export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const jsonOf = (value: unknown): Json => (isJson(value) ? value : {});
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const longestText = 5_000;

/** Text as it is shown: anything else is nothing, and what is endless is cut. */
export function textOf(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value.slice(0, longestText) : "";
}

/** What `#/components/schemas/Pet` names in the document. Only what stands in it: no reference leads out. */
export function resolve(document: Json, value: unknown): { value: Json; name: string | null } {
  let [current, name]: [unknown, string | null] = [value, null];
  for (let steps = 0; steps < 20; steps++) {
    const ref = isJson(current) ? current["$ref"] : undefined;
    if (typeof ref !== "string") return { value: jsonOf(current), name };
    if (!ref.startsWith("#/")) return { value: {}, name: ref.slice(0, 200) };
    const path = ref
      .slice(2)
      .split("/")
      .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
    name = path.at(-1) ?? null;
    let found: unknown = document;
    for (const part of path) found = isJson(found) && Object.hasOwn(found, part) ? found[part] : undefined;
    current = found;
  }
  return { value: {}, name };
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").slice(0, 500);
}
