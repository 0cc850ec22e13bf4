import { askedFields } from "#lib/actions/actions/asked-fields.ts";
import type { ActionPage, InputSchema } from "#lib/actions/actions/schema.ts";

/** The part of the schema that one page asks, given the answers so far. Fields that depend on an answer are written out. */
export function pageSchema(inputSchema: InputSchema, page: ActionPage, answers: Record<string, unknown>): InputSchema {
  const { properties, required } = askedFields(inputSchema, answers);
  const shown = page.fields.flatMap((name) => {
    const property = properties[name];
    return property === undefined ? [] : [[name, property] as const];
  });
  return {
    type: "object",
    required: required.filter((name) => page.fields.includes(name)),
    properties: Object.fromEntries(shown),
  };
}
