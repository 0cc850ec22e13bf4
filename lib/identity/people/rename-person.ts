import { sql } from "drizzle-orm";
import { z } from "zod";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import { command } from "#lib/kernel/operation.ts";

/** Changes the own name, as everybody sees it. */
export const renamePerson = command({
  name: "person.rename",
  permission: "person:write",
  route: { method: "PUT", path: "/account/name", summary: "Change your name" },
  input: z.strictObject({ name: z.string().trim().min(1, "Tell your name").max(120, "Use at most 120 characters") }),
  output: z.object({ name: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const personId = ownPersonId(ctx);
    await tx.execute(sql`update people set name = ${input.name} where id = ${personId}::uuid`);
    audit({
      subjectKind: "person",
      subjectId: personId,
      subjectName: input.name,
      before: { name: ctx.actor.name },
      after: { name: input.name },
    });
    await emit({ topic: "member.changed", subjectId: personId });
    return { name: input.name };
  },
});
