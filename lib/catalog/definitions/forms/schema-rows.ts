import { isJson, type Json, jsonOf, listOf, resolve, textOf } from "#lib/catalog/definitions/forms/documents.ts";
import type { SchemaRow, SchemaView } from "#lib/catalog/definitions/schema.ts";

const deepest = 6;
const mostRows = 150;
const longestExample = 4_000;

/** A JSON schema as lines that can be read: what is inside what, to a depth. What contains itself is named and not gone into again. */
export function viewOf(
  document: Json,
  schema: unknown,
  view: Pick<SchemaView, "label" | "description">,
  given?: unknown,
): SchemaView {
  const rows: SchemaRow[] = [];
  const { value, name } = resolve(document, schema);
  addProperties(document, value, { depth: 0, open: name === null ? [] : [name], rows });
  return { ...view, type: typeText(document, schema), rows, example: exampleText(document, schema, given) };
}

type Walk = { depth: number; open: string[]; rows: SchemaRow[] };

function addProperties(document: Json, schema: Json, walk: Walk): void {
  if (walk.depth > deepest) return;
  for (const part of listOf(schema["allOf"])) enter(document, part, walk);
  const required = new Set(listOf(schema["required"]));
  for (const [name, property] of Object.entries(jsonOf(schema["properties"]))) {
    if (walk.rows.length >= mostRows) return;
    add(document, property, name, required.has(name), walk);
  }
  if (isJson(schema["additionalProperties"]))
    add(document, schema["additionalProperties"], "any other name", false, walk);
  if (schema["items"] !== undefined) enter(document, schema["items"], walk);
  for (const kind of ["oneOf", "anyOf"])
    for (const variant of listOf(schema[kind])) add(document, variant, "either", false, walk);
}

function add(document: Json, property: unknown, name: string, isRequired: boolean, walk: Walk): void {
  if (walk.rows.length >= mostRows) return;
  const { value } = resolve(document, property);
  walk.rows.push({
    depth: walk.depth,
    name: name.slice(0, 200),
    type: typeText(document, property),
    isRequired,
    isDeprecated: value["deprecated"] === true,
    description: textOf(value["description"]),
  });
  enter(document, property, { ...walk, depth: walk.depth + 1 });
}

function enter(document: Json, schema: unknown, walk: Walk): void {
  const { value, name } = resolve(document, schema);
  if (name !== null && walk.open.includes(name)) return;
  addProperties(document, value, name === null ? walk : { ...walk, open: [...walk.open, name] });
}

/** A type as it is read: `Pet`, `string (date)`, `Pet[]`, `"a" | "b"`. */
export function typeText(document: Json, schema: unknown, depth = 0): string {
  const { value, name } = resolve(document, schema);
  if (name !== null) return name.slice(0, 200);
  const values = listOf(value["enum"]);
  if (values.length > 0)
    return values
      .slice(0, 12)
      .map((item) => JSON.stringify(item))
      .join(" | ")
      .slice(0, 300);
  if (value["const"] !== undefined) return JSON.stringify(value["const"])?.slice(0, 300) ?? "";
  for (const kind of ["oneOf", "anyOf"]) {
    const variants = listOf(value[kind]);
    if (variants.length > 0 && depth < 3)
      return variants
        .slice(0, 6)
        .map((variant) => typeText(document, variant, depth + 1))
        .join(" | ");
  }
  const types = Array.isArray(value["type"]) ? value["type"].map(textOf) : [textOf(value["type"])];
  if (types.includes("array") && depth < 5) return `${typeText(document, value["items"], depth + 1) || "any"}[]`;
  const format = textOf(value["format"]);
  const base = types.filter((type) => type !== "").join(" | ") || (isJson(value["properties"]) ? "object" : "any");
  return format === "" ? base : `${base} (${format})`;
}

/** How one looks: as the definition shows it, or made of what its parts say. */
function exampleText(document: Json, schema: unknown, given: unknown): string | null {
  const { value } = resolve(document, schema);
  const example =
    given ?? value["example"] ?? listOf(value["examples"])[0] ?? makeExample(document, schema, 0, { left: 400 });
  if (example === undefined || example === null || (typeof example !== "object" && given === undefined)) return null;
  const text = typeof example === "string" ? example : JSON.stringify(example, null, 2);
  return text.length > longestExample ? `${text.slice(0, longestExample)}\n…` : text;
}

function makeExample(document: Json, schema: unknown, depth: number, budget: { left: number }): unknown {
  if (depth > deepest || budget.left-- <= 0) return null;
  const { value } = resolve(document, schema);
  if (value["example"] !== undefined) return value["example"];
  if (value["default"] !== undefined) return value["default"];
  const [first] = [...listOf(value["examples"]), ...listOf(value["enum"])];
  if (first !== undefined) return first;
  const [variant] = [...listOf(value["oneOf"]), ...listOf(value["anyOf"])];
  if (variant !== undefined) return makeExample(document, variant, depth + 1, budget);
  if (isJson(value["properties"]) || Array.isArray(value["allOf"])) {
    const parts = listOf(value["allOf"]).map((part) => jsonOf(makeExample(document, part, depth + 1, budget)));
    const own = Object.entries(jsonOf(value["properties"]))
      .slice(0, 40)
      .map(([name, property]) => [name, makeExample(document, property, depth + 1, budget)]);
    return Object.assign({}, ...parts, Object.fromEntries(own));
  }
  const type = Array.isArray(value["type"]) ? value["type"][0] : value["type"];
  if (type === "array") return [makeExample(document, value["items"], depth + 1, budget)];
  return { string: "text", integer: 0, number: 0, boolean: true, object: {} }[textOf(type)] ?? null;
}
