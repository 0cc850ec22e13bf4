import { z } from "zod";
import { EventKey } from "#lib/metrics/deployments/schema.ts";
import { PastMoment } from "#lib/metrics/services/moment.ts";
import { ServiceRef } from "#lib/metrics/services/service-ref.ts";

const text = (max: number) => z.string().trim().min(1, "Cannot be empty").max(max, `Use at most ${max} characters`);

/** An incident as a paging or ticket system reports it. Sent again with `resolvedAt` when it is over. */
export const RecordedIncident = z
  .strictObject({
    source: text(100),
    sourceId: text(300),
    title: text(500),
    service: ServiceRef,
    severity: z.enum(["critical", "major", "minor"]).default("major"),
    /** The deployment that caused it. Nothing is guessed from times: an incident without a cause blames no deployment. */
    causedBy: EventKey.optional(),
    startedAt: PastMoment,
    resolvedAt: PastMoment.optional(),
  })
  .superRefine((incident, context) => {
    if (incident.resolvedAt !== undefined && Date.parse(incident.resolvedAt) < Date.parse(incident.startedAt)) {
      context.addIssue({
        code: "custom",
        path: ["resolvedAt"],
        message: "Lies before startedAt; an incident ends after it began",
      });
    }
  });
export type RecordedIncident = z.output<typeof RecordedIncident>;
