import { sql } from "drizzle-orm";
import { z } from "zod";
import { memberships } from "#db/schema/identity.ts";
import { AddMemberInput } from "#lib/identity/members/schema.ts";
import { hashPassword } from "#lib/identity/people/hash-password.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Adds a person to the organization. Somebody who exists already keeps their name and password: only they may change those. */
export const addMember = command({
  name: "member.add",
  permission: "member:write",
  route: { method: "POST", path: "/members", summary: "Add a person to the organization" },
  input: AddMemberInput,
  output: z.object({ personId: z.string() }),
  prepare: async ({ input }) => ({
    passwordHash: input.password === undefined ? null : await hashPassword(input.password),
  }),
  async run({ ctx, tx, input, prepared, audit, emit }) {
    const [person] = await tx.execute<{ id: string; name: string }>(sql`
      with added as (
        insert into people (email, name, password_hash) values (${input.email}, ${input.name}, ${prepared.passwordHash})
        on conflict (lower(email)) do nothing returning id, name)
      select id, name from added union all select id, name from people where lower(email) = ${input.email} limit 1`);
    if (person === undefined)
      throw new AppError("conflict", "This person was added by somebody else just now; reload the page.");
    const added = await tx
      .insert(memberships)
      .values({ orgId: ctx.org.id, personId: person.id, role: input.role, teamRef: input.teamRef ?? null })
      .onConflictDoNothing()
      .returning({ personId: memberships.personId });
    if (added.length === 0) {
      throw new AppError("conflict", `${input.email} is a member of ${ctx.org.name} already.`, [
        { path: "email", message: "Already a member" },
      ]);
    }
    audit({
      subjectKind: "member",
      subjectId: person.id,
      subjectName: person.name,
      after: { email: input.email, role: input.role },
    });
    await emit({ topic: "member.added", subjectId: person.id });
    return { personId: person.id };
  },
});
