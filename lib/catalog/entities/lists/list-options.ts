import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { keysetOf, pageStatement } from "#lib/catalog/entities/lists/statements-of-list.ts";
import { searchStatement } from "#lib/catalog/entities/search/statements-of-search.ts";
import { type SummaryRow, toSummary } from "#lib/catalog/entities/summary-row.ts";
import { query } from "#lib/kernel/operation.ts";

const blueprint = z.string().min(1).max(63);

export const EntityOption = z.object({
  /** What is stored, such as `group:payments`. */
  value: z.string(),
  label: z.string(),
  description: z.string().nullable(),
  blueprint: z.string(),
});
export type EntityOption = z.infer<typeof EntityOption>;

/** Entities to choose from in a form: the first by name, or those that contain the text. */
export const listOptions = query({
  name: "entity.list-options",
  permission: "entity:read",
  route: { method: "GET", path: "/entities/options", summary: "List entities to choose from" },
  input: z.strictObject({
    blueprint: z.union([blueprint, z.array(blueprint).min(1).max(20)]),
    text: z.string().trim().max(200, "Use at most 200 characters").default(""),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({ items: z.array(EntityOption) }),
  async run({ ctx, input }) {
    const scope = { orgId: ctx.org.id, now: new Date() };
    const blueprints = [input.blueprint].flat();
    const statement =
      input.text === "" && blueprints.length === 1
        ? pageStatement(
            { blueprint: blueprints[0], owner: [], lifecycle: [], type: [], tag: [] },
            keysetOf({ field: "title", direction: "ascending" }),
            input.limit,
            scope,
          )
        : searchStatement({ text: input.text, blueprints, limit: input.limit }, scope);
    const rows = await compiledQueryTransaction((tx) => tx.execute<SummaryRow>(statement));
    return {
      items: [...rows]
        .slice(0, input.limit)
        .map(toSummary)
        .map((row) => ({
          value: `${row.blueprint}:${row.identifier}`,
          label: row.title,
          description: row.description,
          blueprint: row.blueprint,
        })),
    };
  },
});
