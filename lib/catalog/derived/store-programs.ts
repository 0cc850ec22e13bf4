import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { tenantTransaction } from "#db/transactions.ts";
import type { Derivation } from "#lib/catalog/derived/derivations.ts";
import type { Affected } from "#lib/catalog/derived/find-affected.ts";
import { runJq } from "#lib/catalog/derived/jq/run-jq.ts";
import type { Plan } from "#lib/catalog/derived/read-plan.ts";
import { isProgram } from "#lib/catalog/derived/read-plan.ts";
import { idsByKind } from "#lib/catalog/derived/store-values.ts";

type Outcome = { id: string; digest: string; derived: Record<string, unknown>; problems: Record<string, string> };
/** What programs yielded for entities as they were, told apart by a digest of what the programs were given. */
export type ProgramOutcomes = { kind: string; names: string[]; unread: string[]; outcomes: Outcome[] }[];

/**
 * Runs the programs of a level for entities, outside of any transaction: nobody waits for a program, not even one that has to be
 * stopped. `stopped` keeps those that had to be, so that one program is not tried again for every batch of a run.
 */
export async function runPrograms(
  orgId: string,
  { plan, derivations }: { plan: Plan; derivations: Derivation[] },
  entities: Affected[],
  stopped: Map<string, string>,
): Promise<ProgramOutcomes> {
  const all: ProgramOutcomes = [];
  for (const [kind, ids] of idsByKind(entities)) {
    const programs = derivations.filter((derivation) => derivation.kind === kind && isProgram(derivation));
    if (programs.length === 0) continue;
    const unread = unreadNames(plan, kind, programs);
    const rows = await tenantTransaction(
      { orgId },
      (tx) =>
        tx.execute<{ id: string; digest: string; document: unknown }>(sql`
        select x.id, md5(x.document::text) as digest, x.document from (${documentsSql(plan, kind, orgId, unread)} and e.id = any(${sql.param(ids)}::uuid[])) x`),
      { readOnly: true },
    );
    const outcomes: Outcome[] = [...rows].map(({ id, digest }) => ({ id, digest, derived: {}, problems: {} }));
    for (const { property } of programs) {
      if (property?.kind !== "calculated") continue;
      const { identifier, expression, type } = property;
      const known = stopped.get(expression);
      const results =
        known === undefined
          ? await runJq(
              expression,
              [...rows].map(({ document }) => document),
              orgId,
            )
          : outcomes.map(() => ({ ok: false as const, message: known }));
      const fatal = results.find((result) => !result.ok && result.message.startsWith("it was stopped"));
      if (fatal !== undefined && !fatal.ok && results.every((result) => !result.ok))
        stopped.set(expression, fatal.message);
      for (const [index, outcome] of outcomes.entries()) {
        const result = results[index];
        const value = result?.ok ? (result.value ?? null) : null;
        const isFitting = value === null || typeOf(value) === type;
        outcome.derived[identifier] = isFitting ? value : null;
        if (result?.ok === false)
          outcome.problems[identifier] = `The program of ${identifier} has no answer: ${result.message}`;
        else if (!isFitting)
          outcome.problems[identifier] = `The program of ${identifier} yields ${typeOf(value)}, not ${type}`;
      }
    }
    const names = programs.map(({ property }) => property?.identifier ?? "");
    all.push({ kind, names, unread, outcomes });
  }
  return all;
}

/** Stores what programs yielded for entities that are still as they were. @returns the entities that are, and those that are different now */
export async function storePrograms(
  tx: Transaction,
  orgId: string,
  plan: Plan,
  all: ProgramOutcomes,
): Promise<{ isCurrent: Set<string>; changed: string[] }> {
  const isCurrent = new Set<string>();
  const changed: string[] = [];
  for (const { kind, names, unread, outcomes } of all) {
    const rows = await tx.execute<{ id: string; isChanged: boolean }>(sql`
      with said as (select * from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o(id uuid, digest text, derived jsonb, problems jsonb)),
      fresh as (
        select o.id, o.derived, nullif((coalesce(e.derived_problems, '{}') - ${sql.param(names)}::text[]) || o.problems, '{}') as problems
        from said o join (${documentsSql(plan, kind, orgId, unread)} and e.id in (select id from said)) x on x.id = o.id and md5(x.document::text) = o.digest
        join entities e on e.org_id = ${orgId}::uuid and e.id = o.id),
      written as (
        update entities e set derived = e.derived || f.derived, properties = e.properties || f.derived, derived_problems = f.problems
        from fresh f where e.org_id = ${orgId}::uuid and e.id = f.id
          and (e.derived || f.derived <> e.derived or e.derived_problems is distinct from f.problems) returning e.id)
      select f.id, w.id is not null as "isChanged" from fresh f left join written w on w.id = f.id`);
    for (const { id, isChanged } of rows) {
      isCurrent.add(id);
      if (isChanged) changed.push(id);
    }
  }
  return { isCurrent, changed };
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value;
}

/** The derived properties of a kind that its programs do not name: they get what is stated, and what they read. */
function unreadNames(plan: Plan, kind: string, programs: Derivation[]): string[] {
  const read = new Set(programs.flatMap(({ reads }) => reads.map(({ name }) => name)));
  const derived = plan.kinds.get(kind)?.definition.derived ?? [];
  return derived.filter(({ identifier }) => !read.has(`properties.${identifier}`)).map(({ identifier }) => identifier);
}

/** The documents that programs are given, for FROM; ends with a condition on `e`. Relations that point at one are a text, others a list. */
function documentsSql(plan: Plan, kind: string, orgId: string, unread: string[]) {
  const single = (plan.kinds.get(kind)?.definition.relations ?? [])
    .filter(({ isMany }) => !isMany)
    .map(({ identifier }) => identifier);
  return sql`
    select e.id, jsonb_build_object('identifier', e.identifier, 'title', e.title, 'blueprint', e.blueprint, 'description', e.description,
      'owner', e.owner_ref, 'team', e.owner_ref, 'lifecycle', e.lifecycle, 'type', e.type, 'tags', to_jsonb(e.tags), 'labels', e.labels,
      'annotations', e.annotations, 'links', e.links, 'properties', e.properties - ${sql.param(unread)}::text[],
      'createdAt', to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'updatedAt', to_char(e.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'relations', (select coalesce(jsonb_object_agg(g.type, case when g.type = any(${sql.param(single)}::text[]) then g.ends -> 0 else g.ends end), '{}')
        from (select r.type, jsonb_agg(r.to_identifier order by r.to_blueprint, r.to_identifier) as ends
          from relations r where r.org_id = ${orgId}::uuid and r.from_id = e.id group by r.type) g)) as document
    from entities e where e.org_id = ${orgId}::uuid and e.blueprint = ${kind}`;
}
