import { z } from "zod";
import { command } from "#lib/kernel/operation.ts";
import { RecordedDeployment } from "#lib/metrics/deployments/schema.ts";
import { writeDeployments } from "#lib/metrics/deployments/write-deployments.ts";

/** Records many deployments in one transaction, for the history of a pipeline that was just connected. All or none. */
export const recordDeployments = command({
  name: "deployment.record-many",
  permission: "deployment:write",
  route: { method: "POST", path: "/deployments/bulk", summary: "Record many deployments" },
  input: z.strictObject({
    deployments: z.array(RecordedDeployment).min(1).max(2000, "Send at most 2,000 deployments at once"),
  }),
  output: z.object({ added: z.number(), known: z.number(), unknownServices: z.array(z.string()) }),
  async run({ ctx, tx, input, audit, emit }) {
    const written = await writeDeployments(tx, ctx.org.id, input.deployments, (place) => `deployments.${place}.fixes`);
    // The same deployment twice in one request is one deployment.
    const added = new Set(written.filter((row) => row.isNew).map((row) => row.id)).size;
    const unknownServices = [
      ...new Set(written.filter((row) => row.entityId === null).map((row) => row.serviceRef)),
    ].sort();
    const known = input.deployments.length - added;
    audit({
      subjectKind: "deployments",
      subjectId: "*",
      subjectName: `${input.deployments.length} deployments`,
      after: { added, known },
    });
    if (added > 0) await emit({ topic: "deployment.recorded", subjectId: "*", payload: { count: added } });
    return { added, known, unknownServices };
  },
});
