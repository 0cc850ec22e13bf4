import { numberText } from "#components/words/format.ts";
export type ReportCounts = { created: number; changed: number; unchanged: number; refused: number };

/** What an import did or would do, as the title of its page: "64 new, 3 changed, 4 refused". */
export function reportSentence({ created, changed, unchanged, refused }: ReportCounts): string {
  const parts = [
    created > 0 ? `${numberText(created)} new` : "",
    changed > 0 ? `${numberText(changed)} changed` : "",
    refused > 0 ? `${numberText(refused)} refused` : "",
  ].filter((part) => part !== "");
  if (created + changed > 0) return parts.join(", ");
  const still = unchanged > 0 ? `Nothing new, ${numberText(unchanged)} unchanged` : "No entity found";
  return [still, ...parts].join(", ");
}

/** The start of a commit's name, as people quote it. */
export function shortRevision(revision: string): string {
  return revision.slice(0, 7);
}
