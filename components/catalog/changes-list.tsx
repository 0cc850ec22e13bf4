import { DiffList } from "#components/patterns/diff-list.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/catalog/changes-list.tsx";
import type { EntityVersion } from "#lib/catalog/entities/list-versions.ts";

type Props = { items: EntityVersion[]; olderHref: string | null };

/** How the entity came to be what it is, newest first. */
export function ChangesList({ items, olderHref }: Props) {
  return (
    <div className="grid gap-4">
      {items.map((version) => (
        <Panel
          key={version.version}
          title={
            <>
              {words.version(version.version)}
              <span className="ml-2 font-400 text-text-2">{words.byActorName(version.actorName)}</span>
            </>
          }
          more={
            <>
              {version.sourceName === null ? null : <span className="cut">{version.sourceName}</span>}
              <Pill>{version.door}</Pill>
              <RelativeTime at={version.at} style="long" />
            </>
          }
          padded
        >
          <VersionChanges version={version} />
        </Panel>
      ))}
      {olderHref === null ? null : (
        <div>
          <Button href={olderHref}>{words.olderVersions}</Button>
        </div>
      )}
    </div>
  );
}

function VersionChanges({ version }: { version: EntityVersion }) {
  if (version.version === 1) return <p className="text-text-2">{words.firstSeen}</p>;
  if (version.changes.length === 0) return <p className="text-text-2">{words.onlyWhereItStands}</p>;
  const lines = version.changes.flatMap(({ path, before, after }) => [
    ...(before === null ? [] : [{ kind: "remove" as const, text: `${path}: ${before}` }]),
    ...(after === null ? [] : [{ kind: "add" as const, text: `${path}: ${after}` }]),
  ]);
  return <DiffList label={words.whatChangedInVersion(version.version)} lines={lines} />;
}
