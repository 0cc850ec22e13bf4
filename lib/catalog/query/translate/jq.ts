import { type Core, compare, constant, not } from "../core.ts";
import type { Typed } from "../elaboration/elaboration.ts";
import { boolean, describeType, number, ownEntry, unknown } from "../value-type.ts";

/** Thrown for a jq filter that has no counterpart here; the message is a sentence without its end. */
export class JqError extends Error {}

const pathExpression =
  /^\.(?:[A-Za-z_]\w*|"[^"\\]*"|\[(?:"[^"\\]*"|\d+)\])?(?:\.(?:[A-Za-z_]\w*|"[^"\\]*")|\[(?:"[^"\\]*"|\d+)\])*$/;
const stepExpression = /\.?([A-Za-z_]\w*)|\.?"([^"\\]*)"|\[(?:"([^"\\]*)"|(\d+))\]/g;
const literalExpression = /^(?:true|false|null|-?\d{1,15}(?:\.\d{1,15})?|"[^"\\]*")$/;
const comparisonExpression = /^(.+?)\s*(==|!=|<=|>=|<|>)\s*(.+)$/;

/** Splits at a sign that stands outside of quotes and brackets. */
function splitAt(filter: string, isSeparator: (rest: string) => number): string[] {
  const parts: string[] = [];
  let [start, depth, isQuoted] = [0, 0, false];
  for (let at = 0; at < filter.length; at += 1) {
    const character = filter[at] ?? "";
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth -= 1;
    const length = depth === 0 ? isSeparator(filter.slice(at)) : 0;
    if (length === 0) continue;
    parts.push(filter.slice(start, at).trim());
    start = at + length;
    at = start - 1;
  }
  parts.push(filter.slice(start).trim());
  return parts;
}

/** One step of a path, held to the fields that the type has. */
function stepInto({ core, type }: Typed, key: string): Typed {
  const field = type.kind === "object" ? ownEntry(type.fields, key) : undefined;
  if (field === undefined && type.kind === "object" && type.fields !== undefined)
    throw new JqError(`${describeType(type)} has no ${key}; use ${Object.keys(type.fields).join(", ")}`);
  return { core: { step: "member", of: core, key: field?.key ?? key }, type: field?.type ?? unknown };
}

function walk(path: string, of: Typed): Typed {
  return [...path.matchAll(stepExpression)].reduce<Typed>((value, [, name, quoted, key, index]) => {
    if (index === undefined) return stepInto(value, name ?? quoted ?? key ?? "");
    const type = value.type.kind === "list" ? value.type.items : unknown;
    return { core: { step: "item", of: value.core, index: Number(index) }, type };
  }, of);
}

function translateTerm(term: string, input: Typed): Typed {
  if (literalExpression.test(term)) return { core: constant(JSON.parse(term)), type: unknown };
  if (pathExpression.test(term)) return term === "." ? input : walk(term, input);
  if (term === "tonumber") return { core: { step: "convert", to: "number", of: input.core }, type: number };
  if (term === "length") return { core: { step: "length", of: input.core }, type: number };
  if (term === "not") return { core: not(input.core), type: boolean };
  const name = /^[a-z_]\w*/.exec(term)?.[0] ?? term;
  throw new JqError(`the jq filter ${JSON.stringify(name)} has no counterpart here; write it in the query language`);
}

function translateComparison(part: string, input: Typed): Typed {
  const match = comparisonExpression.exec(part);
  if (match === null || part.startsWith('"')) return translateTerm(part, input);
  const [, left = "", sign = "", right = ""] = match;
  const [a, b] = [translateTerm(left.trim(), input).core, translateTerm(right.trim(), input).core];
  if (b.step === "constant" && b.value === null && (sign === "==" || sign === "!=")) {
    const isMissing: Core = { step: "missing", of: a };
    return { core: sign === "==" ? isMissing : not(isMissing), type: boolean };
  }
  if (sign === "!=") return { core: not(compare("=", a, b)), type: boolean };
  return { core: compare(sign === "==" ? "=" : (sign as "<" | "<=" | ">" | ">="), a, b), type: boolean };
}

/**
 * What a jq filter makes of a value, for filters that are paths, `tonumber`, `length`, `not` and comparisons joined by pipes.
 * @throws JqError that names what it does not know
 */
export function translateJq(filter: string, input: Typed): Typed {
  const parts = splitAt(filter, (rest) => (rest.startsWith("|") && !rest.startsWith("|=") ? 1 : 0));
  if (parts.length > 10) throw new JqError("a jq filter can have at most 10 pipes here");
  return parts.reduce<Typed>((value, part) => translateComparison(part, value), input);
}
