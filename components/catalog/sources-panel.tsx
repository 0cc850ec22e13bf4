import { sourceKind } from "#components/catalog/provenance.ts";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { FileText, GitBranch } from "#components/ui/icons.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/catalog/sources-panel.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";

/** Where the entity comes from and when it was last read there. */
export function SourcesPanel({ org, entity }: { org: string; entity: EntityDetail }) {
  const { source, origin } = entity;
  if (source === null) return null;
  const place = origin === null ? null : `${origin.file}${origin.line === null ? "" : `:${origin.line}`}`;
  return (
    <Panel title={words.sources}>
      <List label={words.sources}>
        <ListItem
          leading={source.kind === "git" ? <GitBranch aria-hidden /> : <FileText aria-hidden />}
          title={<span title={source.location}>{source.name}</span>}
          description={
            <span className="mono [overflow-wrap:anywhere]" title={place ?? undefined}>
              {place ?? sourceKind(source.kind)}
              {source.revision === null ? null : ` @ ${source.revision.slice(0, 7)}`}
            </span>
          }
          meta={<RelativeTime at={source.lastImportedAt} />}
          href={`/${org}/sources`}
        />
      </List>
    </Panel>
  );
}
