import { PendingMark } from "#components/catalog/derived/pending-mark.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { PropertyValue } from "#components/catalog/property-value.tsx";
import type { KeyValueItem } from "#components/ui/key-value.tsx";
import { Link } from "#components/ui/link.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/catalog/derived/derived-items.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";

/** The properties that nobody enters: each says how it is worked out, and whether it is current. */
export function derivedItems(entity: EntityDetail): KeyValueItem[] {
  return entity.derived.map(({ identifier, kind, title, how, problem }) => ({
    term: title,
    value: (
      <>
        {problem === null ? (
          <span className={entity.pendingSince === null ? undefined : "text-text-3"}>
            <PropertyValue value={entity.properties[identifier]} />
          </span>
        ) : (
          <span className="grid justify-items-start gap-1">
            <Pill tone="warn">{words.noAnswer}</Pill>
            <span className="text-12 text-text-2">{problem}</span>
          </span>
        )}
        <PendingMark pendingSince={entity.pendingSince} />
      </>
    ),
    source: <span title={words.how(kind, how)}>{words.kinds[kind]}</span>,
  }));
}

/** The entity whose owner another one has. */
export function inheritedItems(org: string, { inheritedFrom, pendingSince }: EntityDetail): KeyValueItem[] {
  if (inheritedFrom === null) return [];
  const name = (
    <Link href={entityHref(org, inheritedFrom)} className="text-link hover:underline" title={words.inheritedHow}>
      {inheritedFrom.title}
    </Link>
  );
  return [
    {
      term: words.inheritedFrom,
      value: (
        <>
          {name}
          <PendingMark pendingSince={pendingSince} />
        </>
      ),
    },
  ];
}
