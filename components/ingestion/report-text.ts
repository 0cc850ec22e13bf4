import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/ingestion/report-text.ts";
export type ReportCounts = { created: number; changed: number; unchanged: number; refused: number };

/** What an import did or would do, as the title of its page: "64 new, 3 changed, 4 refused". */
export function reportSentence({ created, changed, unchanged, refused }: ReportCounts): string {
  const parts = [
    created > 0 ? words.createdNew(numberText(created)) : "",
    changed > 0 ? words.changed(numberText(changed)) : "",
    refused > 0 ? words.refused(numberText(refused)) : "",
  ].filter((part) => part !== "");
  if (created + changed > 0) return parts.join(", ");
  const still = unchanged > 0 ? words.nothingNewUnchanged(numberText(unchanged)) : words.noEntityFound;
  return [still, ...parts].join(", ");
}

/** The start of a commit's name, as people quote it. */
export function shortRevision(revision: string): string {
  return revision.slice(0, 7);
}
