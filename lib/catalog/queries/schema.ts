import { z } from "zod";

/** What people write into the editor; whether it is a query is for the answer to say. */
export const WrittenQuery = z.string().max(64 * 1024, "Use at most 64 KB");

export const BlueprintOfQuery = z
  .string()
  .max(63)
  .optional()
  .describe("The kind whose properties are meant, such as component");

/** Why a text is not a query. Offsets count UTF-16 units from 0, lines and columns from 1. */
export const QueryProblem = z.object({
  message: z.string(),
  offset: z.number().int(),
  end: z.number().int(),
  line: z.number().int(),
  column: z.number().int(),
});

/** A source that is asked for facts that are not there, and what to do about it. */
export const NeededSource = z.object({ name: z.string(), title: z.string(), connect: z.string() });
