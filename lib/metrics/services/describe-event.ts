import type { WrittenEvent } from "#lib/metrics/deployments/write-deployments.ts";

/** What the sender of an event is told about it. */
export function describeEvent({ id, serviceRef, entityId }: WrittenEvent) {
  const remarks =
    entityId === null
      ? [
          `The catalog has no ${serviceRef}; the event is kept and will be joined to it when it is imported. It counts for no team until then.`,
        ]
      : [];
  return { id, serviceRef, entityId, remarks };
}
