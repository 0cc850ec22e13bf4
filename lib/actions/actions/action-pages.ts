import { z } from "zod";
import { ActionPage, type InputSchema } from "#lib/actions/actions/schema.ts";

/** The pages of an action's form; an action that names none has one with everything. */
export function pagesOf(inputSchema: InputSchema, uiSchema: Record<string, unknown>): ActionPage[] {
  const named = z.array(ActionPage).safeParse(uiSchema["ui:pages"]);
  return named.success ? named.data : [{ title: "Inputs", fields: Object.keys(inputSchema.properties ?? {}) }];
}
