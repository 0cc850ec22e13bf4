import { FieldFilter } from "#components/catalog/history/field-filter.tsx";
import { VersionChanges } from "#components/catalog/history/version-changes.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Link2 } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/history/changes-list.tsx";
import type { EntityVersion } from "#lib/catalog/entities/history/list-versions.ts";

type Props = {
  items: EntityVersion[];
  /** The address of all changes. */
  href: string;
  /** The field that they are narrowed to, out of these. */
  field: string | undefined;
  fields: { value: string; label: string }[];
  /** The one version that the address is about. */
  only: string | undefined;
  olderHref: string | null;
};

/** How the entity came to be what it is, newest first: who, when, through which door, and what differs field by field. */
export function ChangesList({ items, href, field, fields, only, olderHref }: Props) {
  return (
    <div className="grid gap-4">
      {only === undefined ? (
        <FieldFilter href={href} field={field} fields={fields} />
      ) : (
        <p className="flex flex-wrap gap-x-3 text-text-2">
          {words.onlyOne(only)} <TextLink href={href}>{words.allChanges}</TextLink>
        </p>
      )}
      {items.map((version) => (
        <Panel
          key={version.version}
          id={`version-${version.version}`}
          title={
            <>
              {words.version(version.version)}
              <span className="ml-2 font-400 text-text-2">{words.byActorName(version.actorName)}</span>
            </>
          }
          more={
            <>
              {version.sourceName === null ? null : <span className="cut phone:hidden">{version.sourceName}</span>}
              <Pill>{doorOf(version)}</Pill>
              <RelativeTime at={version.at} style="long" />
              <Link
                href={`${href}&version=${version.version}`}
                aria-label={words.linkTo(version.version)}
                title={words.linkTo(version.version)}
                className="grid size-6 place-items-center rounded-1 hover:bg-hover"
              >
                <Link2 aria-hidden className="!size-3.5" />
              </Link>
            </>
          }
          padded
        >
          <VersionChanges version={version} />
        </Panel>
      ))}
      {items.length > 0 ? null : (
        <EmptyState size="panel" title={only === undefined ? words.noChange : words.noVersion}>
          {only === undefined ? words.noChangeHint : words.noVersionHint}
        </EmptyState>
      )}
      {olderHref === null ? null : (
        <div>
          <Button href={olderHref}>{words.olderVersions}</Button>
        </div>
      )}
    </div>
  );
}

/** The way that a change came: what was read from files says so, whoever pressed the button. */
function doorOf({ door, sourceKind }: EntityVersion): string {
  if (sourceKind === "git" || sourceKind === "files" || sourceKind === "paste") return words.fromYaml;
  if (sourceKind === "api") return words.imported;
  return words.doors[door] ?? door;
}
