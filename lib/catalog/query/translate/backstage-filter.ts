import type { Expression } from "../expression.ts";
import { matchKey, matchOneOf } from "./backstage-keys.ts";
import { condition, junction } from "./expressions.ts";
import { type Place, refuse, type Translation, translated } from "./translation.ts";

/** One set of conditions: a comma is "and", the same key again is "or". */
function translateSet(filter: string, place: Place): Expression {
  const values = new Map<string, string[]>();
  const existing = new Set<string>();
  for (const part of filter.split(",")) {
    const equals = part.indexOf("=");
    const key = (equals < 0 ? part : part.slice(0, equals)).trim();
    if (key === "") return refuse(place, `A condition without a key: ${JSON.stringify(part)}.`);
    if (equals < 0) existing.add(key);
    else values.set(key, [...(values.get(key) ?? []), part.slice(equals + 1).trim()]);
  }
  return junction(
    "and",
    ...[...existing].map((key) => matchKey(key, { is: "there" }, place)),
    ...[...values].map(([key, wanted]) => matchOneOf(key, wanted, place)),
  );
}

/**
 * Reads filters as the catalog of Backstage takes them: several sets, of which one is enough. They may come as the values of `filter`
 * or as a whole query string.
 */
export function translateBackstageFilter(input: string | readonly string[]): Translation {
  return translated(() => {
    const isQueryString = typeof input === "string" && /(^|[?&])filter=/.test(input);
    const text = typeof input === "string" ? input : "";
    const filters = isQueryString ? new URLSearchParams(text.replace(/^[^?]*\?/, "")).getAll("filter") : [input].flat();
    const used = filters.filter((filter) => filter.trim() !== "");
    return condition(
      junction(used.length === 0 ? "and" : "or", ...used.map((filter, index) => translateSet(filter, [index]))),
    );
  });
}
