import type { Scope } from "#components/catalog/said/said-scope.tsx";
import { restGet } from "#components/patterns/rest-client.ts";
import * as words from "#components/words/catalog/said/said.tsx";
import type { EntityPatch } from "#lib/catalog/entities/schema.ts";

export type SaidSource = { id: string; kind: string; name: string; precedence: number; at: string };
export type SaidField = {
  field: string;
  value: unknown;
  sourceId: string;
  since: string | null;
  by: string | null;
  others: { sourceId: string; value: unknown }[];
};
export type Said = { sources: SaidSource[]; fields: SaidField[] };

/** Reads who says what about the entity. @throws RestError */
export function readSaid({ org, entity }: Scope, signal: AbortSignal): Promise<Said> {
  return restGet<Said>(org, "/entity-provenance", entity, signal);
}

const names: Record<string, string> = {
  title: words.title,
  description: words.description,
  owner: words.owner,
  lifecycle: words.lifecycle,
  type: words.type,
  tags: words.tags,
  links: words.links,
};

/** A field's path as people read it: `properties.tier` is "tier". */
export function fieldName(path: string): string {
  return names[path] ?? path.slice(path.indexOf(".") + 1);
}

/** A value as a text of one line. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === "") return words.nothing;
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return typeof value === "object" ? JSON.stringify(value) : String(value);
  if (value.length === 0) return words.nothing;
  return value
    .map((item: unknown) => (isEnd(item) ? `${item.blueprint}:${item.identifier}` : valueText(item)))
    .join(", ");
}

/** The edit that says a value of a field anew. */
export function patchOf(path: string, value: unknown): EntityPatch {
  const at = path.indexOf(".");
  return (at < 0 ? { [path]: value } : { [path.slice(0, at)]: { [path.slice(at + 1)]: value } }) as EntityPatch;
}

function isEnd(item: unknown): item is { blueprint: string; identifier: string } {
  return typeof item === "object" && item !== null && "blueprint" in item && "identifier" in item;
}
