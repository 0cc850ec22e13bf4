import { sql } from "drizzle-orm";
import { z } from "zod";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import { Region } from "#lib/identity/people/schema.ts";
import { command } from "#lib/kernel/operation.ts";

/** Chooses the region that dates and numbers are written for, wherever this person signs in. */
export const chooseRegion = command({
  name: "region.choose",
  permission: "person:write",
  route: { method: "PUT", path: "/account/region", summary: "Choose the region of your dates and numbers" },
  input: z.strictObject({ region: Region.nullable().describe("Two letters; null leaves it to the browser") }),
  output: z.object({ region: Region.nullable() }),
  async run({ ctx, tx, input, audit }) {
    const personId = ownPersonId(ctx);
    const [before] = await tx.execute<{ region: Region | null }>(
      sql`select region from people where id = ${personId}::uuid for update`,
    );
    await tx.execute(sql`update people set region = ${input.region} where id = ${personId}::uuid`);
    audit({
      subjectKind: "person",
      subjectId: personId,
      subjectName: ctx.actor.name,
      before: { region: before?.region ?? null },
      after: { region: input.region },
    });
    return { region: input.region };
  },
});
