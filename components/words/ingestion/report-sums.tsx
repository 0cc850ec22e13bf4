import type { ReactNode } from "react";

export const entities = "Entities";
export const newChangedUnchanged = (created: string, changed: string, unchanged: string) =>
  `${created} new, ${changed} changed, ${unchanged} unchanged`;
export const keptAsIs = "Kept as is";
export const refused = "Refused";
export const nothingIsWrong = "nothing is wrong";
export const skipped = "Skipped";
export const fieldIs = { one: "field is", many: "fields are" };
export const allAccountedForBecameProperties = (
  fields: ReactNode,
  mapped: ReactNode,
  kept: ReactNode,
  refused: ReactNode,
) => (
  <>
    All {fields} accounted for: {mapped} became properties and relations, {kept} kept as written, {refused} refused,
    none dropped silently.
  </>
);
export const linesOfTheReport = (label: string) => `Lines of the report: ${label}`;
