import type { RowOperator } from "#components/catalog/query/builder/builder-tree.ts";
import * as words from "#components/words/catalog/query/builder/builder-fields.ts";
import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import type { Scalar, Term } from "#lib/catalog/query/ast.ts";
import { formatTerm } from "#lib/catalog/query/text/format.ts";

/** How a value is chosen, which operators there are, and how they are called. */
export type FieldType =
  | "choice"
  | "text"
  | "search"
  | "list"
  | "number"
  | "date"
  | "age"
  | "boolean"
  | "object"
  | "any";

export type BuilderField = {
  /** The term as it is written. */
  id: string;
  label: string;
  detail: string;
  term: Term;
  type: FieldType;
  /** What its values are grouped by, to offer them with how many entities have each. */
  groupedBy?: string | undefined;
  /** The values that it may have. */
  options?: { value: Scalar; title: string }[] | undefined;
};

type Made = Omit<BuilderField, "id" | "term" | "detail">;

function field(term: Term, made: Made, detail = ""): BuilderField {
  return { ...made, id: formatTerm(term), term, detail };
}

/** What a row can be about: the fields of every entity, and the properties and relations of a kind. */
export function builderFields(definition: BlueprintDefinition | undefined, isOneKind: boolean): BuilderField[] {
  return [
    ...(isOneKind
      ? []
      : [field({ field: "blueprint" }, { label: words.kind, type: "choice", groupedBy: "blueprint" })]),
    field({ field: "owner" }, { label: words.owner, type: "choice", groupedBy: "owner" }),
    field({ field: "lifecycle" }, { label: words.lifecycle, type: "choice", groupedBy: "lifecycle" }),
    field({ field: "type" }, { label: words.type, type: "choice", groupedBy: "type" }),
    field({ field: "tags" }, { label: words.tags, type: "list" }),
    field({ field: "text" }, { label: words.words, type: "search" }),
    ...(definition === undefined ? [] : ofProperties(definition)),
    ...(definition === undefined ? [] : ofRelations(definition)),
    field({ field: "title" }, { label: words.title, type: "text" }),
    field({ field: "identifier" }, { label: words.identifier, type: "text" }),
    field({ field: "description" }, { label: words.description, type: "text" }),
    field({ field: "updatedAt" }, { label: words.changed, type: "date" }),
    field({ age: { field: "updatedAt" } }, { label: words.timeSinceChange, type: "age" }),
    field({ field: "createdAt" }, { label: words.created, type: "date" }),
  ];
}

function ofProperties({ properties }: BlueprintDefinition): BuilderField[] {
  return properties.flatMap(({ identifier, title, type, format, options, items }): BuilderField[] => {
    const term: Term = { path: ["properties", identifier] };
    const known = (options ?? items?.options)?.map(({ value, title: name }) => ({
      value,
      title: name ?? String(value),
    }));
    const made = (chosen: FieldType): BuilderField =>
      field(
        term,
        {
          label: title,
          type: chosen,
          options: known,
          groupedBy: chosen === "choice" ? `properties.${identifier}` : undefined,
        },
        words.ofTheKind,
      );
    if (format === "date-time" || format === "timer")
      return [made("date"), field({ age: term }, { label: words.timeSince(title), type: "age" }, words.ofTheKind)];
    if (type === "array") return [made("list")];
    if (type === "boolean" || type === "object") return [made(type)];
    if (known !== undefined || format === "user" || format === "team") return [made("choice")];
    return [made(type === "number" ? "number" : "text")];
  });
}

function ofRelations({ relations }: BlueprintDefinition): BuilderField[] {
  return relations.map(({ identifier, title }) =>
    field(
      { count: identifier, direction: "outgoing" },
      { label: words.numberOf(title), type: "number" },
      words.relations,
    ),
  );
}

const operators: Record<FieldType, readonly RowOperator[]> = {
  choice: ["=", "!=", "in", "notIn", "exists", "isEmpty"],
  text: ["contains", "notContains", "startsWith", "notStartsWith", "=", "!=", "in", "notIn", "exists", "isEmpty"],
  search: ["contains", "notContains"],
  list: ["contains", "notContains", "exists", "isEmpty"],
  number: ["=", "!=", ">", ">=", "<", "<="],
  date: [">", ">=", "<", "<="],
  age: ["<", "<=", ">", ">="],
  boolean: ["=", "!="],
  object: ["exists", "isEmpty"],
  any: ["=", "!=", ">", ">=", "<", "<=", "contains", "notContains", "startsWith", "in", "notIn", "exists", "isEmpty"],
};

/** The operators of a field; what a row has already is always among them. */
export function operatorsOf({ type, term }: BuilderField, current?: RowOperator): RowOperator[] {
  const canBeMissing = "path" in term && (type === "number" || type === "date" || type === "boolean");
  const offered: RowOperator[] = [...operators[type], ...(canBeMissing ? (["exists", "isEmpty"] as const) : [])];
  return current === undefined || offered.includes(current) ? offered : [...offered, current];
}

/** The field of a term; one that no kind describes is shown as it is written. */
export function fieldOf(fields: BuilderField[], term: Term): BuilderField {
  const id = formatTerm(term);
  return fields.find((known) => known.id === id) ?? { id, label: id, detail: "", term, type: unknownType(term) };
}

function unknownType(term: Term): FieldType {
  if ("count" in term || "length" in term) return "number";
  return "age" in term ? "age" : "any";
}
