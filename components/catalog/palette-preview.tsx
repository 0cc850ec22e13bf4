"use client";
import { useQuery } from "@tanstack/react-query";
import { isOwned, OwnerName } from "#components/catalog/owner-name.tsx";
import { safeHref } from "#components/catalog/safe-href.ts";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { restGet } from "#components/patterns/rest-client.ts";
import { QueryProvider } from "#components/shell/live/query-provider.tsx";
import { type PaletteItem, paletteIcon } from "#components/shell/palette/palette-items.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { ExternalLink } from "#components/ui/icons.tsx";
import { KeyValue } from "#components/ui/key-value.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import * as words from "#components/words/catalog/palette-preview.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";
import type { EntityScore } from "#lib/scorecards/results/list-entity-scores.ts";

type Props = { org: string; item: PaletteItem };

const shownLinks = 5;

/** What is marked in the palette. Of an entity what is worth knowing before it is opened: who owns it, how good it is, where its links lead. */
export function PalettePreview(props: Props) {
  return (
    <QueryProvider>
      <Preview {...props} />
    </QueryProvider>
  );
}

function Preview({ org, item }: Props) {
  // The address of an entity ends with its kind and its identifier, as the door of entities does.
  const path = item.href?.slice(`/${org}/catalog/`.length) ?? "";
  const isEntity = item.id.startsWith("entity:");
  const id = item.id.replace("entity:", "");
  const { data: entity } = useQuery({
    queryKey: ["entity.get", org, path],
    queryFn: ({ signal }) => restGet<EntityDetail>(org, `/entities/${path}`, {}, signal),
    enabled: isEntity,
  });
  const { data: scored } = useQuery({
    queryKey: ["scorecard.list-entity-scores", org, id],
    queryFn: ({ signal }) => restGet<{ scores: EntityScore[] }>(org, "/entity-scores", { entityId: id }, signal),
    enabled: isEntity,
  });
  const links = entity !== undefined ? entity.links.flatMap(({ title, url }) => linkOf(title ?? null, url)) : [];
  return (
    <aside aria-label={words.about(item.title)} className="grid content-start gap-4 p-4">
      <div className="flex items-center gap-3">
        <Glyph icon={paletteIcon(item)} size="xl" />
        <div className="min-w-0">
          <p className="cut text-16 font-600">{item.title}</p>
          <p className="cut text-12 text-text-3">
            {entity !== undefined
              ? [item.detail?.split(",")[0], entity.lifecycle].filter(Boolean).join(", ")
              : item.detail}
          </p>
        </div>
      </div>
      {entity !== undefined ? (
        <>
          {entity.description === null ? null : (
            <p className="line-clamp-3 text-12 text-text-2">{entity.description}</p>
          )}
          <KeyValue
            items={[
              ...(entity.owner === null && !isOwned(entity.blueprint.identifier)
                ? []
                : [{ term: words.owner, value: <OwnerName org={org} owner={entity.owner} /> }]),
              ...(scored?.scores ?? []).map(({ scorecard, level }) => ({
                term: scorecard.title,
                value: <Milestone level={level.rank} name={level.name} size={16} />,
              })),
              { term: words.changed, value: <RelativeTime at={entity.updatedAt} style="long" /> },
            ]}
          />
          {links.length === 0 ? null : (
            <div className="grid gap-1">
              <p className="text-12 font-550 text-text-2">{words.jumpTo}</p>
              {links.slice(0, shownLinks).map(({ title, href }) => (
                <a
                  key={href}
                  href={href}
                  target="_blank"
                  rel="noreferrer"
                  className="motion-fast -mx-2 flex h-8 items-center gap-2 rounded-2 px-2 hover:bg-hover [&>.lucide]:size-3.5 [&>.lucide]:text-text-3"
                >
                  <ExternalLink aria-hidden />
                  <span className="cut">{title}</span>
                </a>
              ))}
            </div>
          )}
        </>
      ) : null}
    </aside>
  );
}

function linkOf(title: string | null, url: string): { title: string; href: string }[] {
  const href = safeHref(url);
  return href === null ? [] : [{ title: title ?? href.replace(/^[a-z]+:(\/\/)?/, ""), href }];
}
