import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { aliasColumns, resolvedAliases } from "#lib/identity/aliases/resolved-aliases.ts";
import { Alias, type AliasState, aliasKinds, aliasStates } from "#lib/identity/aliases/schema.ts";
import { query } from "#lib/kernel/operation.ts";

const Counts = z.object(
  Object.fromEntries(aliasStates.map((state) => [state, z.number()])) as Record<AliasState, z.ZodNumber>,
);

/** Names under which people are seen elsewhere, with whose they are and why. */
export const listAliases = query({
  name: "alias.list",
  permission: "alias:read",
  route: { method: "GET", path: "/aliases", summary: "List names of people elsewhere, with whose they are and why" },
  input: z.strictObject({
    state: z.enum(aliasStates).optional(),
    kind: z.enum(aliasKinds).optional(),
    value: z.string().max(300).optional().describe("Exactly this name"),
    personId: z.uuid().optional().describe("Only names that are this person's, not those that are guessed"),
    text: z.string().max(200).optional(),
    page: z.coerce.number().int().min(1).max(1000).default(1),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ items: z.array(Alias), total: z.number(), counts: Counts }),
  async run({ ctx, tx, input }) {
    const { state, kind, value, personId, text, page, limit } = input;
    const wanted = [
      ...(personId === undefined ? [] : [couldBe(personId)]),
      ...(kind === undefined ? [] : [sql`a.kind = ${kind}`]),
      ...(value === undefined ? [] : [sql`a.value = ${value}`]),
      ...(text === undefined || text.trim() === ""
        ? []
        : [
            sql`strpos(lower(a.value || ' ' || coalesce(a.name, '') || ' ' || array_to_string(a.emails, ' ')), ${text.trim().toLowerCase()}) > 0`,
          ]),
    ];
    const shown = [
      ...(state === undefined ? [] : [sql`r.state = ${state}`]),
      ...(personId === undefined ? [] : [sql`r.person_id = ${personId}::uuid and r.state in ('matched', 'confirmed')`]),
    ];
    const all = (parts: (typeof wanted)[number][]) => sql.join([sql`true`, ...parts], sql` and `);
    const [row] = await tx.execute<{
      items: z.infer<typeof Alias>[] | null;
      total: number;
      counts: Partial<Record<AliasState, number>> | null;
    }>(sql`
      with ${resolvedAliases(ctx.org.id, all(wanted))},
      page as (select r.* from resolved r where ${all(shown)} order by lower(coalesce(r.name, r.value)), r.id limit ${limit} offset ${(page - 1) * limit})
      select (select json_agg(to_jsonb(x) order by lower(coalesce(x.name, x.value)), x.id) from (select ${aliasColumns} from page r) x) as items,
        (select count(*)::integer from resolved r where ${all(shown)}) as total,
        (select json_object_agg(c.state, c.count) from (select r.state, count(*)::integer as count from resolved r group by 1) c) as counts`);
    const counts = Object.fromEntries(aliasStates.map((name) => [name, row?.counts?.[name] ?? 0]));
    return { items: row?.items ?? [], total: row?.total ?? 0, counts: counts as Record<AliasState, number> };
  },
});

/** Names that can be this person's: said to be, or with one of their addresses or logins. Others need not be looked at. */
function couldBe(personId: string): SQL {
  const person = sql`${personId}::uuid`;
  return sql`(a.person_id = ${person}
    or a.emails && array(select lower(p.email) from people p where p.id = ${person}
      union select lower(i.email) from identities i where i.person_id = ${person} and i.email is not null)
    or a.logins && array(select lower(i.login) from identities i where i.person_id = ${person} and i.login is not null))`;
}
