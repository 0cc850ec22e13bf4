/** What kind of value an expression yields. `unknown` is a JSON value whose type only the entity tells. */
export type ValueType =
  | { kind: "unknown" | "boolean" | "number" | "text" | "moment" | "duration" | "null" }
  | { kind: "list"; items: ValueType }
  | { kind: "object"; fields?: Record<string, { type: ValueType; key?: string }>; what?: string }
  /** Something that is connected or not, such as `git`; only compared with null. */
  | { kind: "source"; source: string }
  /** A level of a scorecard, in its order; compared with the names of its levels. */
  | { kind: "level"; scorecard: string };

export const unknown: ValueType = { kind: "unknown" };
export const boolean: ValueType = { kind: "boolean" };
export const number: ValueType = { kind: "number" };
export const text: ValueType = { kind: "text" };
export const moment: ValueType = { kind: "moment" };
export const duration: ValueType = { kind: "duration" };

export function listOf(items: ValueType): ValueType {
  return { kind: "list", items };
}

/** An object whose fields are all known. */
export function objectOf(what: string, fields: Record<string, ValueType>): ValueType {
  const known = Object.entries(fields).map(([name, type]) => [name, { type }] as const);
  return { kind: "object", what, fields: Object.fromEntries(known) };
}

/** An object that may have any field. */
export const anyObject: ValueType = { kind: "object" };

/** The type in a sentence: `a number`, `a list of texts`. */
export function describeType(type: ValueType): string {
  switch (type.kind) {
    case "list":
      return type.items.kind === "unknown" ? "a list" : `a list of ${describeMany(type.items)}`;
    case "object":
      return type.what === undefined ? "an object" : `${/^[aeiou]/.test(type.what) ? "an" : "a"} ${type.what}`;
    case "source":
      return `the source ${type.source}`;
    case "unknown":
      return "a value";
    case "null":
      return "null";
    case "boolean":
      return "true or false";
    case "moment":
      return "a point in time";
    case "text":
      return "a text";
    default:
      return `a ${type.kind}`;
  }
}

/** Several values of a type: `texts`, `related entities`. */
function describeMany(type: ValueType): string {
  if (type.kind === "boolean") return "true and false";
  if (type.kind === "moment") return "points in time";
  if (type.kind === "object") return `${type.what ?? "object"}s`.replace(/ys$/, "ies");
  return type.kind === "unknown" ? "values" : `${type.kind}s`;
}

/** What a record has under a name of its own; `constructor` and the like are no names of anything. */
export function ownEntry<Entry>(record: Readonly<Record<string, Entry>> | undefined, name: string): Entry | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
