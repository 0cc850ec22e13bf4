import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { buildFilter, type EntityFilter } from "#lib/catalog/entities/lists/entity-filter.ts";
import { countLimit, totalStatement } from "#lib/catalog/entities/lists/statements-of-counts.ts";
import { findAsker } from "#lib/catalog/mine/find-asker.ts";
import type { ViewState } from "#lib/catalog/views/schema.ts";
import { readViews } from "#lib/catalog/views/view-rows.ts";
import type { Context } from "#lib/kernel/context.ts";
import { asAppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

/** A view that takes longer to count has no count: nobody opened it. */
const patience = "500ms";
/** So long a count is told again without counting: many people have the same views in their sidebars. */
export const keptMs = 20_000;
const mostKept = 500;
const mostAsked = 20;

type Count = { count: number; isExact: boolean };
const kept = new Map<string, Count & { at: number }>();

const id = z.uuid("Use the id of a view");

/** How many entities saved views show now, counted up to 10,000, for those of these views that whoever asks sees. */
export const countViews = query({
  name: "view.count",
  permission: "entity:read",
  route: { method: "GET", path: "/views/counts", summary: "Count the entities that saved views show" },
  input: z.strictObject({
    ids: z
      .union([id, z.array(id).max(mostAsked, `Ask for at most ${mostAsked} views`)])
      .transform((ids) => [ids].flat())
      .describe("Ids of views"),
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        /** Null when counting takes too long or the view's query can no longer be read. */
        count: z.number().nullable(),
        /** False when there are more than `count`. */
        isExact: z.boolean(),
      }),
    ),
  }),
  async run({ ctx, tx, input }) {
    const asked = sql`v.id = any(${sql.param(input.ids)}::uuid[])`;
    const views = await readViews(ctx, tx, sql`v.list = 'catalog' and v.deleted_at is null and ${asked}`);
    const items: ({ id: string; count: number | null } & Pick<Count, "isExact">)[] = [];
    // One after the other: a sidebar is never worth more than one connection.
    for (const view of views) {
      const counted = await countOf({ ctx, tx }, filterOf(view.state));
      items.push({ id: view.id, ...(counted ?? { count: null, isExact: false }) });
    }
    return { items };
  },
});

function filterOf({
  blueprint,
  text,
  query,
  owner = [],
  lifecycle = [],
  type = [],
  tag = [],
}: ViewState): EntityFilter {
  return { blueprint, text, query, owner, lifecycle, type, tag };
}

async function countOf(scope: { ctx: Context; tx: Transaction }, filter: EntityFilter): Promise<Count | null> {
  const orgId = scope.ctx.org.id;
  const name = `${orgId} ${JSON.stringify(filter)}`;
  const known = kept.get(name);
  if (known !== undefined && Date.now() - known.at < keptMs) return { count: known.count, isExact: known.isExact };
  try {
    const asker = await findAsker(scope, buildFilter(filter));
    const statement = totalStatement(filter, countLimit, { orgId, now: new Date(), asker });
    const [row] = await compiledQueryTransaction(async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${patience}, true)`);
      return tx.execute<{ count: number }>(statement);
    });
    const total = row?.count ?? 0;
    const counted = { count: Math.min(total, countLimit), isExact: total <= countLimit };
    // What depends on who asks is told to nobody else.
    if (asker === undefined) keep(name, counted);
    return counted;
  } catch (error) {
    const { code } = asAppError(error);
    if (code === "unavailable" || code === "invalid") return null;
    throw error;
  }
}

function keep(name: string, counted: Count): void {
  kept.delete(name);
  kept.set(name, { ...counted, at: Date.now() });
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}
