import { sql } from "drizzle-orm";
import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { EntitySummary } from "#lib/catalog/entities/entity-views.ts";
import {
  fuzzyStatement,
  fuzzyThreshold,
  mayBeMisspelled,
  searchStatement,
} from "#lib/catalog/entities/statements-of-search.ts";
import { type SummaryRow, toSummary } from "#lib/catalog/entities/summary-row.ts";
import { query } from "#lib/kernel/operation.ts";

/** Finds entities by name while somebody types; when nothing contains the words, by likeness. */
export const searchEntities = query({
  name: "entity.search",
  permission: "entity:read",
  route: { method: "GET", path: "/entities/search", summary: "Find entities by name, best match first" },
  input: z.strictObject({
    text: z.string().trim().min(1, "Type something to look for").max(200, "Use at most 200 characters"),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({ items: z.array(EntitySummary), isLikeness: z.boolean() }),
  async run({ ctx, input }) {
    const scope = { orgId: ctx.org.id, now: new Date() };
    const wanted = { ...input, blueprints: [] };
    return compiledQueryTransaction(async (tx) => {
      const found = await tx.execute<SummaryRow & { rank: number }>(searchStatement(wanted, scope));
      if (found.length > 0 || !mayBeMisspelled(input.text))
        return { items: [...found].map(toSummary), isLikeness: false };
      const [, alike] = await Promise.all([
        tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${String(fuzzyThreshold)}, true)`),
        tx.execute<SummaryRow & { rank: number }>(fuzzyStatement(wanted, scope)),
      ]);
      return { items: [...alike].map(toSummary), isLikeness: alike.length > 0 };
    });
  },
});
