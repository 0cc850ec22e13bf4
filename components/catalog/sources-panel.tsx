import type { ReactNode } from "react";
import { placeHref } from "#components/catalog/place-href.ts";
import { sourceKind } from "#components/catalog/provenance.ts";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { FileText, GitBranch, PencilLine, Plug } from "#components/ui/icons.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/sources-panel.tsx";
import type { EntitySourceState } from "#lib/catalog/sources/list-entity-sources.ts";

/** Where the entity is described, whose word weighs most first: the file and commit, when it was last read, and what is wrong there. */
export function SourcesPanel({ org, sources }: { org: string; sources: EntitySourceState[] }) {
  if (sources.length === 0) return null;
  return (
    <Panel title={words.sources} more={<TextLink href={`/${org}/sources`}>{words.allSources}</TextLink>}>
      <ul aria-label={words.sources} className="divide-y divide-line">
        {sources.map((source) => (
          <li
            key={source.id}
            className="flex gap-2.5 px-4 py-2.5 [&>.lucide]:mt-0.5 [&>.lucide]:flex-none [&>.lucide]:text-text-3"
          >
            {iconOf(source.kind)}
            <OneSource source={source} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function OneSource({ source }: { source: EntitySourceState }) {
  const { kind, name, location, origin, revision, lastSeenAt, failedAt, failure, missingSince } = source;
  const isRead = kind !== "person" && kind !== "program";
  const seen = <RelativeTime at={lastSeenAt} style="long" />;
  const place = origin === null ? null : `${origin.file}${origin.line === null ? "" : `:${origin.line}`}`;
  const href = placeHref(source);
  const text = `${place ?? sourceKind(kind)}${revision === null ? "" : ` @ ${revision.slice(0, 7)}`}`;
  return (
    <div className="grid min-w-0 flex-1 gap-0.5">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-550 [overflow-wrap:anywhere]" title={location}>
          {kind === "person" ? words.people : name}
        </span>
        {failedAt === null ? null : <Pill tone="bad">{words.failing}</Pill>}
        {missingSince === null ? null : <Pill tone="warn">{words.gone}</Pill>}
      </span>
      {isRead ? (
        <span className="mono text-12 text-text-2 [overflow-wrap:anywhere]">
          {href === null ? text : <TextLink href={href}>{text}</TextLink>}
        </span>
      ) : null}
      <span className="text-12 text-text-3">{isRead ? words.readAgo(seen) : words.saidAgo(seen)}</span>
      {failedAt === null ? null : (
        <span className="text-12 text-bad-text [overflow-wrap:anywhere]">
          {words.failingSince(failure, <RelativeTime at={failedAt} style="long" />)}
        </span>
      )}
      {missingSince === null ? null : (
        <span className="text-12 text-warn-text">
          {words.goneSince(<RelativeTime at={missingSince} style="long" />)}
        </span>
      )}
    </div>
  );
}

function iconOf(kind: EntitySourceState["kind"]): ReactNode {
  if (kind === "git") return <GitBranch aria-hidden />;
  if (kind === "person") return <PencilLine aria-hidden />;
  return kind === "program" || kind === "api" ? <Plug aria-hidden /> : <FileText aria-hidden />;
}
