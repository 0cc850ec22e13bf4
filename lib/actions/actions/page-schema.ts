import { z } from "zod";
import { askedFields } from "#lib/actions/actions/check-input.ts";
import { ActionPage, type InputSchema } from "#lib/actions/actions/schema.ts";

/** The pages of an action's form; an action that names none has one with everything. */
export function pagesOf(inputSchema: InputSchema, uiSchema: Record<string, unknown>): ActionPage[] {
  const named = z.array(ActionPage).safeParse(uiSchema["ui:pages"]);
  return named.success ? named.data : [{ title: "Inputs", fields: Object.keys(inputSchema.properties ?? {}) }];
}

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
