import {
  anyOf,
  commonConditions,
  type EntityFilter,
  facetConditions,
  noOwner,
  wordsOf,
} from "#lib/catalog/entities/lists/entity-filter.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { allOf } from "#lib/catalog/query/combine.ts";
import { formatQuery } from "#lib/catalog/query/text/format.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";

/**
 * Quick filters are a shorter way to write a part of the query: `type=service&type=library` is `type in ["service", "library"]`. Both ways
 * lead to one tree, so a list can be narrowed with boxes and then gone on with as text, and back.
 */
export type QuickFilter = Pick<EntityFilter, "owner" | "lifecycle" | "type" | "tag" | "text" | "query">;

const mostValues = 50;
const mostCharacters = 300;
const mostWords = 8;

/** The whole filter, except its kind, as the text of one query; undefined when it narrows nothing or its query cannot be read. */
export function foldFilter(filter: QuickFilter): string | undefined {
  const { query: text, owner, lifecycle, type, tag } = filter;
  const quick = { owner, lifecycle, type, tag, text: filter.text };
  const parts = [...commonConditions(quick), ...facetConditions(quick)].map(shorten);
  if (text === undefined || text.trim() === "") return parts.length === 0 ? undefined : formatQuery(conjunction(parts));
  // Alone it stays as somebody wrote it.
  if (parts.length === 0) return text;
  const read = parseQuery(text);
  return read.ok ? formatQuery(conjunction([...parts, ...partsOf(read.query)])) : undefined;
}

/** The same filter with all that quick filters can say in them, and the rest as query. What cannot be read stays as it is. */
export function unfoldFilter(filter: QuickFilter): QuickFilter {
  if (filter.query === undefined || filter.query.trim() === "") return filter;
  const read = parseQuery(filter.query);
  if (!read.ok) return filter;
  const { owner, lifecycle, type, tag } = filter;
  const quick: QuickFilter = { owner, lifecycle, type, tag, text: filter.text, query: undefined };
  const rest = partsOf(read.query).filter((part) => !takeAsChoice(quick, part) && !takeAsWord(quick, part));
  if (rest.length === partsOf(read.query).length) return filter;
  return { ...quick, query: rest.length === 0 ? undefined : formatQuery(conjunction(rest)) };
}

function partsOf(query: Query): Query[] {
  return query.op === "and" ? query.of : [query];
}

function conjunction(parts: Query[]): Query {
  return allOf(parts) ?? anyOf(parts);
}

/** One of a single value is written as people write it: with an equals sign. */
function shorten(query: Query): Query {
  if (query.op === "or" || query.op === "and") return { op: query.op, of: query.of.map(shorten) };
  const [only] = query.op === "in" && query.values.length === 1 ? query.values : [];
  return query.op !== "in" || only === undefined ? query : { op: "=", term: query.term, value: only };
}

type Choice = { name: "owner" | "lifecycle" | "type" | "tag"; values: string[] };

function takeAsChoice(quick: QuickFilter, part: Query): boolean {
  const choice = choiceOf(part);
  // Two conditions about the same would become alternatives.
  if (choice === undefined || quick[choice.name].length > 0 || choice.values.length > mostValues) return false;
  if (choice.values.some((value) => value === "" || value.length > mostCharacters)) return false;
  quick[choice.name] = choice.values;
  return true;
}

function choiceOf(part: Query): Choice | undefined {
  if (part.op !== "or") return choiceOfOne(part);
  const choices = part.of.map(choiceOfOne);
  const [first] = choices;
  // Only owners and tags are written as alternatives; `type = "a" or type = "b"` stays as it was written.
  if (first === undefined || (first.name !== "owner" && first.name !== "tag")) return undefined;
  if (choices.some((choice) => choice?.name !== first.name)) return undefined;
  const values = choices.flatMap((choice) => choice?.values ?? []);
  return first.name === "owner" && !values.includes(noOwner) ? undefined : { name: first.name, values };
}

function choiceOfOne(part: Query): Choice | undefined {
  if (part.op === "not" && part.of.op === "exists" && isField(part.of.term, "owner"))
    return { name: "owner", values: [noOwner] };
  if (part.op === "contains" && isField(part.term, "tags") && typeof part.value === "string")
    return { name: "tag", values: [part.value] };
  if (part.op !== "=" && part.op !== "in") return undefined;
  const name = (["owner", "lifecycle", "type"] as const).find((field) => isField(part.term, field));
  const values = part.op === "in" ? part.values : [part.value];
  const texts = values.filter((value) => typeof value === "string");
  // An owner of this very name would read as none.
  if (name === undefined || texts.length < values.length || (name === "owner" && texts.includes(noOwner)))
    return undefined;
  return { name, values: texts };
}

function takeAsWord(quick: QuickFilter, part: Query): boolean {
  if (part.op !== "contains" || !isField(part.term, "text") || typeof part.value !== "string") return false;
  const words = [...wordsOf(quick.text), part.value];
  const text = words.join(" ");
  const read = wordsOf(text);
  if (words.length > mostWords || text.length > mostCharacters || read.length !== words.length) return false;
  if (read.join(" ") !== text) return false;
  quick.text = text;
  return true;
}

function isField(term: object, field: string): boolean {
  return "field" in term && term.field === field;
}
