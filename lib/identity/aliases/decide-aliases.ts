import { sql } from "drizzle-orm";
import { z } from "zod";
import { aliasColumns, resolvedAliases } from "#lib/identity/aliases/resolved-aliases.ts";
import type { Alias } from "#lib/identity/aliases/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

type Row = z.infer<typeof Alias>;

const Decision = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("accept") }),
  z.strictObject({ kind: z.literal("person"), personId: z.uuid() }),
  z.strictObject({ kind: z.literal("nobody") }),
  z.strictObject({ kind: z.literal("undo") }),
]);

/**
 * Says whose names are: whoever is suggested for each, one person for all, nobody's (a bot, a shared account), or takes earlier decisions
 * back, after which they are found anew. It says who somebody is, and gives nobody any right.
 */
export const decideAliases = command({
  name: "alias.decide-many",
  permission: "alias:write",
  route: { method: "POST", path: "/aliases/decisions", summary: "Say whose names are, or take it back" },
  input: z.strictObject({
    ids: z.array(z.uuid()).min(1, "Choose at least one").max(200, "Decide at most 200 at once"),
    decision: Decision,
  }),
  output: z.object({ decided: z.number() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { ids, decision } = input;
    const org = sql`${ctx.org.id}::uuid`;
    const wanted = sql`a.id = any(${sql.param(ids)}::uuid[])`;
    // Locked before they are read, so that two people who decide at the same moment do not write over what they saw.
    await tx.execute(
      sql`select 1 from person_aliases a where a.org_id = ${org} and ${wanted} order by a.id for update`,
    );
    const rows = await tx.execute<Row>(
      sql`with ${resolvedAliases(ctx.org.id, wanted)} select ${aliasColumns} from resolved r order by r.id`,
    );
    if (rows.length < new Set(ids).size) throw new AppError("not_found", "There is no such name (any more).");
    const member = decision.kind === "person" ? await memberOf(decision.personId) : null;
    const changes = [...rows].map((row) => ({ row, person: personFor(row) }));
    const values = JSON.stringify(
      changes.map(({ row, person }) => ({ id: row.id, person_id: person?.id ?? null, evidence: row.evidence })),
    );
    const kept = decision.kind === "undo" ? null : decision.kind === "nobody" ? "nobody" : "person";
    await tx.execute(sql`
      update person_aliases a set decision = ${kept}, person_id = c.person_id, evidence = case when ${kept}::text is not null then c.evidence end,
        decided_by = case when ${kept}::text is not null then ${ctx.actor.name} end, decided_at = case when ${kept}::text is not null then now() end
      from jsonb_to_recordset(${values}::jsonb) as c(id uuid, person_id uuid, evidence jsonb) where a.org_id = ${org} and a.id = c.id`);
    for (const { row, person } of changes)
      audit({
        subjectKind: "alias",
        subjectId: row.id,
        subjectName: row.value,
        before: { state: row.state, person: row.person?.name ?? null },
        after: { decision: decision.kind, person: person?.name ?? null },
      });
    await emit({ topic: "alias.changed", subjectId: changes.length === 1 ? (ids[0] ?? "*") : "*" });
    return { decided: changes.length };

    async function memberOf(personId: string): Promise<{ id: string; name: string }> {
      const [person] = await tx.execute<{ id: string; name: string }>(sql`
        select p.id, p.name from memberships m join people p on p.id = m.person_id where m.org_id = ${org} and m.person_id = ${personId}::uuid`);
      if (person !== undefined) return person;
      throw new AppError("invalid", "Choose a member of the organization; nothing was decided.", [
        { path: "decision.personId", message: "Choose a member of the organization" },
      ]);
    }

    function personFor(row: Row): { id: string; name: string } | null {
      if (decision.kind === "person") return member;
      if (decision.kind !== "accept") return null;
      if (row.person !== null) return row.person;
      throw new AppError("invalid", `Nobody is suggested for ${row.value}; choose a person. Nothing was decided.`, [
        { path: "ids", message: `Nobody is suggested for ${row.value}` },
      ]);
    }
  },
});
