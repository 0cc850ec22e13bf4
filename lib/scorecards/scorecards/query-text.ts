import { z } from "zod";
import type { Query } from "#lib/catalog/query/ast.ts";
import { queryNeeds } from "#lib/catalog/query/elaboration/query-needs.ts";
import { readQuery } from "#lib/catalog/query/json/read.ts";

/** A query as people write it. Kept as text; a problem names its line and column. */
export const QueryText = z
  .string()
  .trim()
  .min(1, "Write a query, such as description exists")
  .max(8000, "Use at most 8,000 characters")
  .superRefine((text, context) => {
    const result = readQuery(text);
    if (!result.ok) context.addIssue({ code: "custom", message: result.error.message });
    else if (queryNeeds(result.query).asker)
      context.addIssue({ code: "custom", message: "A rule is the same for everybody; it cannot ask for me." });
  });

/** The query of a text that {@link QueryText} has let through. */
export function queryOf(text: string): Query {
  const result = readQuery(text);
  if (!result.ok) throw new Error(`A query was stored that cannot be read: ${result.error.message}`);
  return result.query;
}
