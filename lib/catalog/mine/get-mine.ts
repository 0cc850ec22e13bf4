import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { EntityReference, EntitySummary } from "#lib/catalog/entities/entity-views.ts";
import { summaryColumns } from "#lib/catalog/entities/lists/statements-of-list.ts";
import { type SummaryRow, toReference, toSummary } from "#lib/catalog/entities/summary-row.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { compilePredicate } from "#lib/catalog/query/compiler/compile.ts";
import { holdsSql } from "#lib/catalog/relations/details-sql.ts";
import { query } from "#lib/kernel/operation.ts";

const shownEntities = 50;

type TeamRow = { ref: string; title: string | null };

export const Mine = z.object({
  teams: z.array(EntityReference),
  /** Components that these teams own, by name. */
  entities: z.array(EntitySummary),
});
export type Mine = z.infer<typeof Mine>;

/**
 * What belongs to whoever asks: their teams (the one of their membership, the groups that their teams are, and those that the catalog's
 * person with their e-mail address is a member of) and the components these own.
 */
export const getMine = query({
  name: "mine.get",
  permission: "entity:read",
  route: { method: "GET", path: "/mine", summary: "Read your teams and what they own" },
  input: z.strictObject({}),
  output: Mine,
  async run({ ctx, tx }) {
    const { personId, email } = ctx.actor;
    const scope = { orgId: ctx.org.id, now: new Date() };
    const memberships =
      personId === undefined
        ? []
        : await tx.execute<{ ref: string | null }>(
            sql`select m.team_ref as ref from memberships m where m.org_id = ${ctx.org.id}::uuid and m.person_id = ${personId}::uuid
              union ${groupsOfTeams(ctx.org.id, sql`m.person_id = ${personId}::uuid`, sql`t.group_ref`)}`,
          );
    const refs = memberships.flatMap((row) => (row.ref === null ? [] : [row.ref]));
    const [row] = await compiledQueryTransaction((queryTx) =>
      queryTx.execute<{ teams: TeamRow[] | null; entities: SummaryRow[] | null }>(mineStatement(email, refs, scope)),
    );
    return {
      teams: (row?.teams ?? []).flatMap((team) => toReference(team.ref, team.title) ?? []),
      entities: (row?.entities ?? []).map(toSummary),
    };
  },
});

/** `columns` of every team that has a catalog group and one of these people, in itself or in a team under it. */
export function groupsOfTeams(orgId: string, isWanted: SQL, columns: SQL): SQL {
  return sql`select ${columns} from (
    with recursive above as (
      select m.person_id, m.team_id as id from team_members m where m.org_id = ${orgId}::uuid and ${isWanted}
      union select a.person_id, t.parent_id from above a join teams t on t.org_id = ${orgId}::uuid and t.id = a.id where t.parent_id is not null)
    select person_id, id from above) a
    join teams t on t.org_id = ${orgId}::uuid and t.id = a.id where t.group_ref is not null`;
}

/** The teams of a person and, by name, the components that these own: one row, because the home page counts its statements. */
export function mineStatement(email: string | undefined, refs: string[], scope: { orgId: string; now: Date }) {
  const org = sql`${scope.orgId}::uuid`;
  return sql`
    with own as materialized (select ${org} as org_id, t.* from (${teamsStatement(email, refs, scope)}) as t)
    select
      (select json_agg(json_build_object('ref', t.ref, 'title', t.title) order by t.title, t.ref) from own as t where t.org_id = ${org}) as teams,
      (select json_agg(m) from (
        select ${summaryColumns} from (
          select e.* from entities as e where e.org_id = ${org} and not e.is_archived and e.blueprint = 'component'
            and e.owner_ref in (select t.ref from own as t where t.org_id = ${org})
          order by e.title, e.id limit ${shownEntities}) as e
        left join entities as o on o.org_id = ${org} and o.id = e.owner_id order by e.title, e.id) as m) as entities`;
}

/** The teams of a person: those named, and those that the person with this address is a member of. Stated from either end. */
export function teamsStatement(email: string | undefined, refs: string[], scope: { orgId: string; now: Date }) {
  const isPerson = email === undefined ? sql`false` : compilePredicate(personWith(email), { ...scope, alias: "e" });
  const people = sql`select e.id from entities as e where e.org_id = ${scope.orgId}::uuid and not e.is_archived and ${isPerson}`;
  return sql`
    select t.ref, min(g.title) as title from (
      select unnest(${sql.param(refs)}::text[]) as ref
      union select r.to_blueprint || ':' || r.to_identifier from relations as r
        where r.org_id = ${scope.orgId}::uuid and r.type = 'memberOf' and ${holdsSql(sql`r`)} and r.from_id in (${people})
      union select s.blueprint || ':' || s.identifier from relations as r
        join entities as s on s.org_id = ${scope.orgId}::uuid and s.id = r.from_id
        where r.org_id = ${scope.orgId}::uuid and r.type = 'hasMember' and ${holdsSql(sql`r`)} and r.to_id in (${people})) as t
    left join entities as g on g.org_id = ${scope.orgId}::uuid and g.blueprint = split_part(t.ref, ':', 1) and g.identifier = substr(t.ref, strpos(t.ref, ':') + 1)
    group by t.ref order by title, t.ref limit 20`;
}

/** Finds the person of the catalog with an e-mail address. */
export function personWith(email: string): Query {
  const places: [string, ...string[]][] = [["email"], ["profile", "email"]];
  const spellings = [...new Set([email, email.toLowerCase()])];
  return {
    op: "and",
    of: [
      { op: "=", term: { field: "blueprint" }, value: "user" },
      {
        op: "or",
        of: places.map((keys) => ({ op: "in", term: { path: ["properties", ...keys] }, values: spellings })),
      },
    ],
  };
}
