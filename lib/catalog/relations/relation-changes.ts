import { type SQL, sql } from "drizzle-orm";
import type { DocumentChange } from "#lib/catalog/entities/history/diff-documents.ts";
import { shortMoment } from "#lib/catalog/query/moments.ts";
import type { RelationDetails } from "#lib/catalog/relations/relation-details.ts";

/** A relation that came (`before` is null), went (`after` is null) or was described anew with a version of its entity. */
export type RelationChange = {
  type: string;
  blueprint: string;
  identifier: string;
  before: RelationDetails | null;
  after: RelationDetails | null;
};

/** The changes of relations that came with a version of an entity, as a JSON list of {@link RelationChange}. */
export function relationChangesSql(org: string, version: SQL): SQL {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('type', c.type, 'blueprint', c.to_blueprint, 'identifier', c.to_identifier,
      'before', c.before, 'after', c.after) order by c.type, c.to_blueprint, c.to_identifier), '[]')
    from entity_relation_changes c where c.org_id = ${org}::uuid and c.entity_id = ${version}.entity_id and c.version = ${version}.version)`;
}

/** How a change of a relation stands in a history: its end, and what is said of it. */
export function describeChange({ type, blueprint, identifier, before, after }: RelationChange): DocumentChange {
  const end = `${blueprint}:${identifier}`;
  return { path: `relations.${type}`, before: wordsFor(end, before), after: wordsFor(end, after) };
}

function wordsFor(end: string, details: RelationDetails | null): string | null {
  if (details === null) return null;
  const { properties = {}, since, until } = details;
  const said = Object.entries(properties).map(
    ([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  if (since !== undefined) said.push(`since ${shortMoment(since)}`);
  if (until !== undefined) said.push(`until ${shortMoment(until)}`);
  return said.length === 0 ? end : `${end} (${said.join(", ")})`;
}
