import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { groupsOfTeams, personWith, teamsStatement } from "#lib/catalog/mine/get-mine.ts";
import type { Asker } from "#lib/catalog/query/asker.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { compilePredicate } from "#lib/catalog/query/compiler/compile.ts";
import { queryNeeds } from "#lib/catalog/query/elaboration/query-needs.ts";
import type { Context } from "#lib/kernel/context.ts";

/** Who asks, as queries that say `me` find them: read only for such a query. A key or service account is nobody of the catalog. */
export async function findAsker(
  { ctx, tx }: { ctx: Context; tx: Transaction },
  query: Query | undefined,
): Promise<Asker | undefined> {
  if (query === undefined || !queryNeeds(query).asker) return undefined;
  const { personId, email } = ctx.actor;
  const scope = { orgId: ctx.org.id, now: new Date() };
  const org = sql`${ctx.org.id}::uuid`;
  const memberships =
    personId === undefined
      ? []
      : await tx.execute<{ ref: string | null }>(sql`
          select m.team_ref as ref from memberships m where m.org_id = ${org} and m.person_id = ${personId}::uuid
          union ${groupsOfTeams(ctx.org.id, sql`m.person_id = ${personId}::uuid`, sql`t.group_ref`)}`);
  const refs = memberships.flatMap(({ ref }) => (ref === null ? [] : [ref]));
  const isPerson = email === undefined ? sql`false` : compilePredicate(personWith(email), { ...scope, alias: "e" });
  const [row] = await tx.execute<{ entity: string | null; teams: string[] }>(sql`
    select (select e.blueprint || ':' || e.identifier from entities e where e.org_id = ${org} and not e.is_archived and ${isPerson}
        order by e.blueprint, e.identifier limit 1) as entity,
      (select coalesce(json_agg(t.ref order by t.ref), '[]') from (${teamsStatement(email, refs, scope)}) t) as teams`);
  return { entity: row?.entity ?? null, email: email ?? null, teams: row?.teams ?? [] };
}
