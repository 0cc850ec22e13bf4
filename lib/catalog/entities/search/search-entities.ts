import { sql } from "drizzle-orm";
import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { EntitySummary } from "#lib/catalog/entities/entity-views.ts";
import { wordsOf } from "#lib/catalog/entities/lists/entity-filter.ts";
import {
  fuzzyStatement,
  fuzzyThreshold,
  mayBeMisspelled,
  searchStatement,
} from "#lib/catalog/entities/search/statements-of-search.ts";
import { type SummaryRow, toSummary } from "#lib/catalog/entities/summary-row.ts";
import { query } from "#lib/kernel/operation.ts";

/** Fewer than this, none of them by its name, are hardly what was meant: the words may be misspelled. */
export const fewFound = 3;

/** Finds entities by name while somebody types; when nothing contains the words, or hardly anything does, by likeness as well. */
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
      const isMeant = found.length >= fewFound || found.some((row) => isNamed(row, input.text));
      if (isMeant || !mayBeMisspelled(input.text)) return { items: [...found].map(toSummary), isLikeness: false };
      const [, alike] = await Promise.all([
        tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${String(fuzzyThreshold)}, true)`),
        tx.execute<SummaryRow & { rank: number }>(fuzzyStatement(wanted, scope)),
      ]);
      const known = new Set(found.map(({ id }) => id));
      const all = [...found, ...alike.filter(({ id }) => !known.has(id))].slice(0, input.limit);
      return { items: all.map(toSummary), isLikeness: found.length === 0 && alike.length > 0 };
    });
  },
});

function isNamed({ title, identifier }: SummaryRow, text: string): boolean {
  const name = `${title} ${identifier}`.toLowerCase();
  return wordsOf(text).every((word) => name.includes(word));
}
