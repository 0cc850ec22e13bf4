import { z } from "zod";
import type { Query } from "#lib/catalog/query/ast.ts";

/**
 * A JSON Schema (draft-07), as far as forms use it, for what one answer may be. Which questions are asked is no schema: `asked` says it
 * with conditions of the query language.
 */
export type InputSchema = {
  type?: string | undefined;
  title?: string | undefined;
  description?: string | undefined;
  default?: unknown;
  required?: string[] | undefined;
  properties?: Record<string, InputSchema> | undefined;
  oneOf?: InputSchema[] | undefined;
  asked?: AskedFields[] | undefined;
  const?: unknown;
  enum?: unknown[] | undefined;
  pattern?: string | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  /** Sentences for people, by the keyword that was broken. */
  errorMessage?: Record<string, string> | undefined;
};

/** Questions that are asked when a condition holds for the answers so far; `properties.region` in it is the answer to `region`. */
export type AskedFields = { when: Query; properties: Record<string, InputSchema>; required: string[] };

/** One page of the wizard: which fields stand on it. Fields that depend on an answer stand on the page of that answer. */
export const ActionPage = z.object({ title: z.string(), fields: z.array(z.string()) });
export type ActionPage = z.infer<typeof ActionPage>;

const ActionStep = z.object({ identifier: z.string(), title: z.string() });

export const ActionSummary = z.object({
  id: z.string(),
  identifier: z.string(),
  title: z.string(),
  description: z.string(),
  icon: z.string(),
  category: z.string(),
  version: z.number(),
  runCount: z.number(),
  lastRunAt: z.string().nullable(),
});
export type ActionSummary = z.infer<typeof ActionSummary>;

export const Action = ActionSummary.extend({
  inputSchema: z.record(z.string(), z.unknown()),
  uiSchema: z.record(z.string(), z.unknown()),
  steps: z.array(ActionStep),
});
export type Action = z.infer<typeof Action>;

export const ActionIdentifier = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,62}$/, "Use the identifier of an action, such as create-service");

/** What a person filled in. Its form is the action's own schema; here only its size is limited. */
export const ActionInputs = z
  .record(z.string().max(100), z.unknown())
  .refine(
    (inputs) => JSON.stringify(inputs).length <= 20_000,
    "The answers are longer than 20,000 characters together; shorten them",
  );
export type ActionInputs = z.infer<typeof ActionInputs>;
