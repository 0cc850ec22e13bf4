export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** Something in a YAML text that cannot be used, and where. `path` is dotted, as in `spec.targets[2]`. */
export type YamlProblem = { message: string; line: number | null; column: number | null; path: string | null };

export type ParsedDocument = {
  /** The document as JSON; undefined when it has problems or is empty. */
  value: JsonValue | undefined;
  problems: YamlProblem[];
  /** Where the document begins. */
  line: number;
  /** Path of each key and item (near the root) to the line it is on. */
  lines: Map<string, number>;
};

/** `problem` is about the file as a whole; documents before the place it names are there nevertheless. */
export type ParsedYaml = { documents: ParsedDocument[]; problem: YamlProblem | null };

/** The largest text that is looked at. */
export const maxYamlBytes = 5_000_000;

/** What the child answers: the same with the lines as pairs, because a map is not JSON. */
export type YamlAnswer = {
  documents: (Omit<ParsedDocument, "lines" | "value"> & { value?: JsonValue; lines: [string, number][] })[];
  problem: YamlProblem | null;
};

/** Whether a JSON value is an object with named members. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
