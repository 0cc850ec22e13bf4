import * as words from "#components/words/catalog/provenance.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";

/** Where an entity's values come from: a word for the end of a row, and the whole path. */
export function provenance({ source, origin }: Pick<EntityDetail, "source" | "origin">): {
  short: string | null;
  full: string;
} {
  const place = origin === null ? "" : `${origin.file}${origin.line === null ? "" : `:${origin.line}`}`;
  const full = [source?.name, place].filter(Boolean).join(", ");
  if (origin !== null && /\.ya?ml$/.test(origin.file)) return { short: words.yaml, full };
  return { short: source === null ? null : sourceKind(source.kind), full };
}

/** What a source is, in a word. */
export function sourceKind(kind: string): string {
  return words.kinds[kind] ?? kind;
}
