import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArchivedBanner } from "#components/catalog/deeds/archived-banner.tsx";
import { EntityHeader, subjectOf } from "#components/catalog/entity-header.tsx";
import { entityHref, referenceHref } from "#components/catalog/entity-href.ts";
import { Detail } from "#components/patterns/detail.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { LinkTabs } from "#components/ui/tabs.tsx";
import * as words from "#components/words/pages/catalog/entity.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { readEntityKey } from "#lib/web/read-entity-key.ts";
import { deedsOf } from "./deeds-of.ts";
import { EntityAside } from "./entity-overview.tsx";
import { EntityPart } from "./entity-part.tsx";
import { type EntityParameters, readAnswer, readPart } from "./read-parts.ts";

type Props = {
  params: Promise<{ org: string; blueprint: string; identifier: string[] }>;
  searchParams: Promise<EntityParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: readEntityKey(await params)?.identifier ?? "" };
}

export default async function EntityPage({ params, searchParams }: Props) {
  const path = await params;
  const ctx = await pageContext(path.org);
  const parameters = await searchParams;
  const key = readEntityKey(path) ?? notFound();
  // Read before the transaction, which must not wait for it.
  const answer = parameters["tab"] === "reference" ? await readAnswer(ctx, key, parameters) : null;
  const { entity, part } = await orNotFound(
    readTransaction(ctx, async (tx) => {
      const entity = await getEntity.call(ctx, { ...key, archived: "include" }, tx);
      return { entity, part: await readPart(ctx, tx, { entity, key, parameters, answer }) };
    }),
  );
  const org = ctx.org.slug;
  const href = entityHref(org, key);
  const relationCount = entity.relations.reduce((sum, group) => sum + group.count, 0);
  const { blueprint, archive } = entity;
  const { deeds, said } = deedsOf(ctx, key, archive !== null);
  return (
    <>
      <TopBar
        items={[
          { label: words.catalog, href: `/${org}/catalog` },
          { label: blueprint.pluralTitle, href: `/${org}/catalog?blueprint=${blueprint.identifier}` },
          { label: entity.title },
        ]}
      />
      <LiveRefresh topics={["entity.changed", "entity.deleted"]} subjectId={entity.id} />
      <LiveRefresh topics={["deployment.recorded", "run.updated", "alias.changed"]} />
      <Detail
        aside={
          part.tab === "overview" ? (
            <EntityAside
              org={org}
              entity={entity}
              overview={part.overview}
              mayRun={ctx.can("run:start")}
              deeds={deeds}
              said={said}
            />
          ) : undefined
        }
        head={
          <>
            {archive === null ? null : (
              <ArchivedBanner subject={subjectOf(org, entity)} archive={archive} deeds={deeds} />
            )}
            <EntityHeader org={org} entity={entity} mayRun={ctx.can("run:start")} deeds={deeds} />
          </>
        }
        tabs={
          <LinkTabs
            label={words.parts}
            inset
            items={[
              { label: words.overview, href, current: part.tab === "overview" },
              // What is archived has no relations that anybody else sees.
              ...(archive === null
                ? [
                    {
                      label: words.relations,
                      href: `${href}?tab=relations`,
                      count: relationCount,
                      current: part.tab === "relations",
                    },
                    ...entity.references.slice(0, 1).map((found) => ({
                      label: words.reference,
                      href: referenceHref(href, found.property),
                      current: part.tab === "reference",
                    })),
                    { label: words.graph, href: `${href}?tab=graph`, current: part.tab === "graph" },
                  ]
                : []),
              {
                label: words.changes,
                href: `${href}?tab=changes`,
                count: entity.version,
                current: part.tab === "changes",
              },
            ]}
          />
        }
      >
        <EntityPart org={org} href={href} entity={entity} part={part} parameters={parameters} />
      </Detail>
    </>
  );
}
