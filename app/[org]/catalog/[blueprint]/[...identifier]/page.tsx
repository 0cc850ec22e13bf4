import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangesList } from "#components/catalog/changes-list.tsx";
import { EntityHeader } from "#components/catalog/entity-header.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { RelationsTables } from "#components/catalog/relations-tables.tsx";
import { Detail } from "#components/patterns/detail.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { LinkTabs } from "#components/ui/tabs.tsx";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { listVersions } from "#lib/catalog/entities/list-versions.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { readEntityKey } from "#lib/web/read-entity-key.ts";
import { EntityAside, EntityOverview } from "./entity-overview.tsx";
import { type Overview, readOverview } from "./read-overview.ts";

type Props = {
  params: Promise<{ org: string; blueprint: string; identifier: string[] }>;
  searchParams: Promise<{ tab?: string; before?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: readEntityKey(await params)?.identifier ?? "" };
}

export default async function EntityPage({ params, searchParams }: Props) {
  const path = await params;
  const ctx = await pageContext(path.org);
  const { tab, before } = await searchParams;
  const key = readEntityKey(path) ?? notFound();
  const { entity, overview, history } = await orNotFound(
    readTransaction(ctx, async (tx) => {
      const entity = await getEntity.call(ctx, key, tx);
      const older = /^\d{1,9}$/.test(before ?? "") ? { before } : {};
      const history = tab === "changes" ? await listVersions.call(ctx, { ...key, ...older }, tx) : null;
      const overview: Overview | null =
        tab === "relations" || tab === "changes" ? null : await readOverview(ctx, tx, entity);
      return { entity, overview, history };
    }),
  );
  const org = ctx.org.slug;
  const href = entityHref(org, key);
  const relationCount = entity.relations.reduce((sum, group) => sum + group.count, 0);
  const { blueprint } = entity;
  return (
    <>
      <TopBar
        items={[
          { label: "Catalog", href: `/${org}/catalog` },
          { label: blueprint.pluralTitle, href: `/${org}/catalog?blueprint=${blueprint.identifier}` },
          { label: entity.title },
        ]}
      />
      <LiveRefresh topics={["entity.changed"]} subjectId={entity.id} />
      <LiveRefresh topics={["deployment.recorded", "run.updated", "alias.changed"]} />
      <Detail
        aside={
          overview === null ? undefined : (
            <EntityAside org={org} entity={entity} overview={overview} mayRun={ctx.can("run:start")} />
          )
        }
        head={
          <EntityHeader org={org} entity={entity} mayRun={ctx.can("run:start")} mayEdit={ctx.can("entity:write")} />
        }
        tabs={
          <LinkTabs
            label="Parts of this page"
            inset
            items={[
              { label: "Overview", href, current: overview !== null },
              { label: "Relations", href: `${href}?tab=relations`, count: relationCount, current: tab === "relations" },
              { label: "Changes", href: `${href}?tab=changes`, count: entity.version, current: tab === "changes" },
            ]}
          />
        }
      >
        {overview !== null ? <EntityOverview org={org} entity={entity} overview={overview} /> : null}
        {tab === "relations" ? <RelationsTables org={org} entity={entity} /> : null}
        {history === null ? null : (
          <ChangesList
            items={history.items}
            olderHref={history.nextBefore === null ? null : `${href}?tab=changes&before=${history.nextBefore}`}
          />
        )}
      </Detail>
    </>
  );
}
