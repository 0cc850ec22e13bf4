export type ReportCounts = { created: number; changed: number; unchanged: number; refused: number };

const number = new Intl.NumberFormat("en");

/** What an import did or would do, as the title of its page: "64 new, 3 changed, 4 refused". */
export function reportSentence({ created, changed, unchanged, refused }: ReportCounts): string {
  const parts = [
    created > 0 ? `${number.format(created)} new` : "",
    changed > 0 ? `${number.format(changed)} changed` : "",
    refused > 0 ? `${number.format(refused)} refused` : "",
  ].filter((part) => part !== "");
  if (created + changed > 0) return parts.join(", ");
  const still = unchanged > 0 ? `Nothing new, ${number.format(unchanged)} unchanged` : "No entity found";
  return [still, ...parts].join(", ");
}

/** "1 entity", "67 entities". */
export function countOf(count: number, one: string, many: string): string {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}

/** A size as people say it: 812 bytes, 4.2 kB, 5 MB. */
export function sizeText(sizeBytes: number): string {
  if (sizeBytes < 1000) return countOf(sizeBytes, "byte", "bytes");
  const [value, unit] = sizeBytes < 999_950 ? [sizeBytes / 1000, "kB"] : [sizeBytes / 1_000_000, "MB"];
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ${unit}`;
}

/** The start of a commit's name, as people quote it. */
export function shortRevision(revision: string): string {
  return revision.slice(0, 7);
}
