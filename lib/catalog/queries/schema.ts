import { z } from "zod";
import { propertyFormats, propertyTypes } from "#lib/catalog/properties/schema.ts";

/** What people write into the editor; whether it is a query is for the answer to say. */
export const WrittenQuery = z.string().max(64 * 1024, "Use at most 64 KB");

export const BlueprintOfQuery = z
  .string()
  .max(63)
  .optional()
  .describe("The kind whose properties are meant, such as component");

/** A property that a text may name, as it is being designed: what is not known of it yet is left out. */
const WrittenProperty = z.strictObject({
  identifier: z.string().max(63),
  title: z.string().max(200),
  type: z.enum(propertyTypes).optional(),
  format: z.enum(propertyFormats).optional(),
  itemType: z.enum(["string", "number", "boolean", "object"]).optional(),
  values: z
    .array(z.union([z.string(), z.number()]))
    .max(200)
    .optional(),
});
export type WrittenProperty = z.infer<typeof WrittenProperty>;

export const WrittenProperties = z
  .array(WrittenProperty)
  .max(400)
  .optional()
  .describe("The properties that the kind is going to have, where they are not the stored ones");

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
