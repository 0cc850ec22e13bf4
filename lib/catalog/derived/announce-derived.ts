import type { NewEvent } from "#lib/kernel/events.ts";

const singleEventsUpTo = 20;

/** Announces entities whose derived values changed: scores look at them again, pages read them again, and nothing is derived a second time. */
export async function announceDerived(emit: (event: NewEvent) => Promise<void>, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  if (ids.length > singleEventsUpTo) {
    const detail = { entityIds: ids, isDerived: true };
    await emit({ topic: "entity.changed", subjectId: "*", payload: { count: ids.length }, detail });
    return;
  }
  for (const id of ids)
    await emit({ topic: "entity.changed", subjectId: id, detail: { entityIds: [id], isDerived: true } });
}
