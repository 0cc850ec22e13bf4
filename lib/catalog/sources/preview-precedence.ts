import { sql } from "drizzle-orm";
import { z } from "zod";
import { fieldsOf, mergeContributions } from "#lib/catalog/contributions/merge-contributions.ts";
import { toDocument } from "#lib/catalog/contributions/schema.ts";
import { canonicalText } from "#lib/catalog/entities/imports/hash-entity.ts";
import { type Remerged, remerge } from "#lib/catalog/sources/remerge.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

const shownExamples = 10;
const shownFields = 5;

export const Precedence = z.coerce
  .number("Use a whole number from 0 to 1,000")
  .int("Use a whole number from 0 to 1,000")
  .min(0, "Use a whole number from 0 to 1,000")
  .max(1000, "Use a whole number from 0 to 1,000");

/** What another precedence of a source would change, without changing it. */
export const previewPrecedence = query({
  name: "source.preview-precedence",
  permission: "source:read",
  route: { method: "GET", path: "/sources/{id}/precedence", summary: "See what another precedence would change" },
  input: z.strictObject({ id: z.uuid(), precedence: Precedence }),
  output: z.object({
    precedence: z.number(),
    /** Entities that it describes beside others: only these can change. */
    shared: z.number(),
    changed: z.number(),
    examples: z.array(
      z.object({ blueprint: z.string(), identifier: z.string(), title: z.string(), fields: z.array(z.string()) }),
    ),
  }),
  async run({ ctx, tx, input: { id, precedence } }) {
    const [source] = await tx.execute<{ precedence: number; shared: number }>(sql`
      select s.precedence, (select count(*)::integer from entity_contributions c where c.org_id = ${ctx.org.id}::uuid and c.source_id = s.id) as shared
      from sources s where s.org_id = ${ctx.org.id}::uuid and s.id = ${id}::uuid`);
    if (source === undefined) throw new AppError("not_found", "There is no such source.");
    const changed: Remerged[] = [];
    let count = 0;
    if (precedence !== source.precedence)
      for await (const batch of remerge(tx, ctx.org.id, { sourceId: id, precedence, lock: false })) {
        const different = batch.filter(({ isChanged }) => isChanged);
        count += different.length;
        changed.push(...different.slice(0, shownExamples - changed.length));
      }
    const examples = changed.map((one) => {
      const { blueprint, identifier, title } = one.before.entity;
      return { blueprint, identifier, title, fields: differentFields(one) };
    });
    return { ...source, changed: count, examples };
  },
});

function differentFields({ before, layers }: Remerged): string[] {
  const was = fieldsOf(toDocument(before.entity));
  const is = fieldsOf(mergeContributions(layers));
  const paths = [...new Set([...was.keys(), ...is.keys()])].sort();
  const differs = (path: string) => canonicalText(was.get(path) ?? null) !== canonicalText(is.get(path) ?? null);
  return paths.filter((path) => path !== "relations.ownedBy" && differs(path)).slice(0, shownFields);
}
