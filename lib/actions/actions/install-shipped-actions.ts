import { sql } from "drizzle-orm";
import { actions } from "#db/schema/actions.ts";
import { createServiceDefinition } from "#lib/actions/actions/create-service-definition.ts";
import type { InlineSubscriber } from "#lib/kernel/events.ts";

/** A new organization starts with the shipped actions. */
export const installShippedActions: InlineSubscriber = {
  topic: "org.created",
  name: "actions.install-shipped",
  async run({ ctx, tx }) {
    const { identifier, title, description, icon, category, backend, inputSchema, uiSchema } = createServiceDefinition;
    await tx
      .insert(actions)
      .values({
        orgId: ctx.org.id,
        id: sql`uuidv7()`,
        identifier,
        title,
        description,
        icon,
        category,
        backend,
        inputSchema,
        uiSchema,
      })
      .onConflictDoNothing();
  },
};
