import { z } from "zod";
import { command } from "#lib/kernel/operation.ts";
import { RecordedIncident } from "#lib/metrics/incidents/schema.ts";
import { writeIncidents } from "#lib/metrics/incidents/write-incidents.ts";

/** Records many incidents in one transaction, for the history of a paging system that was just connected. All or none. */
export const recordIncidents = command({
  name: "incident.record-many",
  permission: "incident:write",
  route: { method: "POST", path: "/incidents/bulk", summary: "Record many incidents" },
  input: z.strictObject({
    incidents: z.array(RecordedIncident).min(1).max(2000, "Send at most 2,000 incidents at once"),
  }),
  output: z.object({ changed: z.number(), known: z.number(), unknownServices: z.array(z.string()) }),
  async run({ ctx, tx, input, audit, emit }) {
    const written = await writeIncidents(tx, ctx.org.id, input.incidents, (place) => `incidents.${place}.causedBy`);
    const changed = new Set(written.filter((row) => row.isNew).map((row) => row.id)).size;
    const unknownServices = [
      ...new Set(written.filter((row) => row.entityId === null).map((row) => row.serviceRef)),
    ].sort();
    const known = input.incidents.length - changed;
    audit({
      subjectKind: "incidents",
      subjectId: "*",
      subjectName: `${input.incidents.length} incidents`,
      after: { changed, known },
    });
    if (changed > 0) await emit({ topic: "incident.recorded", subjectId: "*", payload: { count: changed } });
    return { changed, known, unknownServices };
  },
});
