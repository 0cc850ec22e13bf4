import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { queryNeeds } from "#lib/catalog/query/elaboration/query-needs.ts";
import { nextLook, scheduleByTime } from "#lib/scorecards/evaluation/evaluate-by-time.ts";
import { queryOf } from "#lib/scorecards/scorecards/query-text.ts";
import type { ScorecardDefinition } from "#lib/scorecards/scorecards/schema.ts";

/**
 * Writes a scorecard and its rules as they are defined, and has rules about time looked at again. A rule that keeps its identifier keeps its results, and with them since when.
 * @returns its id and version, or null when one with this identifier exists already and `isReplacing` is false (or the reverse)
 */
export async function writeScorecard(
  tx: Transaction,
  orgId: string,
  definition: ScorecardDefinition,
  isReplacing: boolean,
): Promise<{ id: string; version: number } | null> {
  const { identifier, title, description, filter } = definition;
  const levels = JSON.stringify(definition.levels.map((name, index) => ({ rank: index + 1, name })));
  const query = JSON.stringify(queryOf(filter));
  const [written] = await tx.execute<{ id: string; version: number }>(
    isReplacing
      ? sql`update scorecards set title = ${title}, description = ${description}, filter_text = ${filter}, filter_query = ${query}::jsonb,
          levels = ${levels}::jsonb, version = version + 1, updated_at = now()
          where org_id = ${orgId}::uuid and identifier = ${identifier} returning id, version`
      : sql`insert into scorecards (org_id, identifier, title, description, filter_text, filter_query, levels)
          values (${orgId}::uuid, ${identifier}, ${title}, ${description}, ${filter}, ${query}::jsonb, ${levels}::jsonb)
          on conflict do nothing returning id, version`,
  );
  if (written === undefined) return null;
  await writeRules(tx, orgId, written.id, definition);
  const queries = [filter, ...definition.rules.map((rule) => rule.query)];
  if (queries.some((text) => queryNeeds(queryOf(text)).time)) await scheduleByTime(tx, orgId, nextLook());
  return { id: written.id, version: written.version };
}

async function writeRules(
  tx: Transaction,
  orgId: string,
  scorecardId: string,
  definition: ScorecardDefinition,
): Promise<void> {
  const rules = definition.rules.map((rule, position) => ({
    ...rule,
    position,
    level: definition.levels.indexOf(rule.level) + 1,
    tree: queryOf(rule.query),
  }));
  await tx.execute(sql`
    with gone as (
      delete from scorecard_rules where org_id = ${orgId}::uuid and scorecard_id = ${scorecardId}::uuid
        and identifier <> all(${sql.param(rules.map((rule) => rule.identifier))}::text[]))
    insert into scorecard_rules (org_id, scorecard_id, identifier, title, description, level, position, query_text, query, remedy)
    select ${orgId}::uuid, ${scorecardId}::uuid, r.identifier, r.title, r.description, r.level, r.position, r.query, r.tree, r.remedy
    from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) as r(identifier text, title text, description text, level smallint,
      position smallint, query text, tree jsonb, remedy text)
    on conflict (org_id, scorecard_id, identifier) do update set title = excluded.title, description = excluded.description,
      level = excluded.level, position = excluded.position, query_text = excluded.query_text, query = excluded.query, remedy = excluded.remedy`);
}
