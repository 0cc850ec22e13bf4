import { command } from "#lib/kernel/operation.ts";
import { RecordedEvent } from "#lib/metrics/deployments/schema.ts";
import { RecordedIncident } from "#lib/metrics/incidents/schema.ts";
import { writeIncidents } from "#lib/metrics/incidents/write-incidents.ts";
import { describeEvent } from "#lib/metrics/services/describe-event.ts";

/** Records an incident, or what became of it: sent again, it takes the new end, cause, severity and title. */
export const recordIncident = command({
  name: "incident.record",
  permission: "incident:write",
  route: { method: "POST", path: "/incidents", summary: "Record an incident or its end" },
  input: RecordedIncident,
  output: RecordedEvent,
  async run({ ctx, tx, input, audit, emit }) {
    const [written] = await writeIncidents(tx, ctx.org.id, [input], () => "causedBy");
    if (written === undefined) throw new Error("An incident was not stored");
    const { severity, startedAt, resolvedAt, causedBy } = input;
    audit({
      subjectKind: "incident",
      subjectId: written.id,
      subjectName: input.title,
      after: written.isNew ? { severity, startedAt, resolvedAt, causedBy } : { isRedelivery: true },
    });
    if (written.isNew)
      await emit({ topic: "incident.recorded", subjectId: written.id, payload: { entityId: written.entityId } });
    return describeEvent(written);
  },
});
