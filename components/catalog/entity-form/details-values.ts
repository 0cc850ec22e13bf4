import type { FormField } from "#components/catalog/entity-form/form-fields.ts";
import type { Choice } from "#components/catalog/entity-form/form-values.ts";
import { shortMoment } from "#lib/catalog/query/moments.ts";
import type { RelationDetails } from "#lib/catalog/relations/relation-details.ts";

/** What is said of a relation itself as texts of a form, and what of it no field shows. */
export function saidOf(
  { properties = {}, since, until }: RelationDetails,
  details: FormField["details"],
): Pick<Choice, "said" | "kept"> {
  if (details === undefined) {
    const hasAny = since !== undefined || until !== undefined || Object.keys(properties).length > 0;
    return hasAny ? { kept: { properties, since, until } } : {};
  }
  const known = details.properties.map(({ identifier }) => identifier);
  const rest = Object.entries(properties).filter(([name]) => !known.includes(name));
  const dates = details.hasDates ? { since: dayOf(since), until: dayOf(until) } : {};
  return {
    said: { ...Object.fromEntries(known.map((name) => [name, textOf(properties[name])])), ...dates },
    kept: { properties: Object.fromEntries(rest), ...(details.hasDates ? {} : { since, until }) },
  };
}

/** What a form says of a relation itself; what is left empty is not said. */
export function detailsOf({ said = {}, kept = {} }: Choice, details: FormField["details"]): RelationDetails {
  const properties: Record<string, unknown> = { ...kept.properties };
  for (const { identifier, type } of details?.properties ?? []) {
    const text = (said[identifier] ?? "").trim();
    if (text !== "") properties[identifier] = type === "string" ? text : readJson(text);
  }
  const all = {
    properties: Object.keys(properties).length === 0 ? undefined : properties,
    since: details?.hasDates ? said["since"]?.trim() || undefined : kept.since,
    until: details?.hasDates ? said["until"]?.trim() || undefined : kept.until,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function dayOf(moment: string | undefined): string {
  return moment === undefined ? "" : shortMoment(moment);
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

// What is no JSON is sent as it is: the server says what is wrong with it.
function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
