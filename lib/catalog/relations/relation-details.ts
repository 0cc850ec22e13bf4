import { z } from "zod";
import { StoredJson } from "#lib/catalog/properties/schema.ts";
import { parseMoment } from "#lib/catalog/query/moments.ts";

/** What can be said of a relation itself. */
export type RelationDetails = {
  properties?: Record<string, unknown> | undefined;
  /** From when it holds, in ISO 8601; always when it is not there. */
  since?: string | undefined;
  /** Until when it holds: at this moment it no longer does. */
  until?: string | undefined;
};

const Moment = z
  .string()
  .refine(
    (text) => parseMoment(text) !== undefined,
    "Use a time such as 2026-01-31T08:00:00Z, or a day such as 2026-01-31",
  )
  .transform((text) => new Date(parseMoment(text) ?? 0).toISOString());

/** The parts of every input that states a relation. A day is its midnight in UTC. */
export const relationDetails = {
  properties: z
    .record(z.string().min(1, "Cannot be empty").max(63, "Use at most 63 characters"), StoredJson)
    .transform(withoutNothing)
    .optional()
    .describe("What is said of the relation itself, as its kind names it"),
  since: Moment.optional().describe("From when it holds"),
  until: Moment.optional().describe("Until when it holds; relations that ended are kept and do not count"),
};

/** Refuses what would end before it begins. */
export function refuseReversedDates(check: z.core.ParsePayload<RelationDetails>): void {
  const { since, until } = check.value;
  if (since !== undefined && until !== undefined && until <= since)
    check.issues.push({ code: "custom", message: "Use a time after since", path: ["until"], input: until });
}

function withoutNothing(properties: Record<string, unknown>): Record<string, unknown> | undefined {
  const said = Object.entries(properties).filter(([, value]) => value !== null);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}
