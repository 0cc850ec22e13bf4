import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/catalog/relation-said.ts";
import type { RelatedEntity } from "#lib/catalog/entities/entity-views.ts";
import { shortMoment } from "#lib/catalog/query/moments.ts";

/** What is said of a relation itself, behind the name of its end; undefined for nothing. */
export function relationSaid({ details, isCurrent }: Pick<RelatedEntity, "details" | "isCurrent">) {
  if (details === null) return undefined;
  const { properties = {}, since, until } = details;
  const parts = Object.entries(properties).map(
    ([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  if (since !== undefined) parts.push(`${words.since} ${shortMoment(since)}`);
  if (until !== undefined) parts.push(`${words.until} ${shortMoment(until)}`);
  const isOver = until !== undefined && Date.parse(until) <= Date.now();
  return (
    <>
      <span className="min-w-0 text-12 break-words text-text-2">{parts.join(", ")}</span>
      {isCurrent ? null : <Pill>{isOver ? words.ended : words.notYet}</Pill>}
    </>
  );
}
