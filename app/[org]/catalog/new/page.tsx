import { notFound } from "next/navigation";
import { BlueprintIcon } from "#components/catalog/blueprint-icon.tsx";
import { EntityForm } from "#components/catalog/entity-form/entity-form.tsx";
import { formSections } from "#components/catalog/entity-form/form-fields.ts";
import { toValues } from "#components/catalog/entity-form/form-values.ts";
import { newHref } from "#components/catalog/entity-href.ts";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import * as words from "#components/words/pages/catalog/new.ts";
import { getBlueprint } from "#lib/catalog/blueprints/get-blueprint.ts";
import { listKinds } from "#lib/catalog/blueprints/list-kinds.ts";
import type { Context } from "#lib/kernel/context.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { createEntity } from "./mutations.ts";

export const metadata = { title: words.newInTheCatalog };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ kind?: string }> };

export default async function NewEntityPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  if (!ctx.can("entity:write")) notFound();
  const { kind } = await searchParams;
  return typeof kind === "string" ? <NewOfKind ctx={ctx} kind={kind} /> : <ChooseKind ctx={ctx} />;
}

async function ChooseKind({ ctx }: { ctx: Context }) {
  const { items } = await listKinds.call(ctx, {});
  const org = ctx.org.slug;
  return (
    <>
      <TopBar items={[{ label: words.catalog, href: `/${org}/catalog` }, { label: words.newLabel }]} />
      <Page>
        <PageHeader title={words.whatIsIt} sub={words.chooseAKind} />
        <List framed label={words.kinds} className="max-w-[640px]">
          {items.map((kind) => (
            <ListItem
              key={kind.identifier}
              leading={<BlueprintIcon icon={kind.icon} />}
              title={kind.title}
              description={kind.description === "" ? undefined : kind.description}
              href={newHref(org, kind.identifier)}
            />
          ))}
        </List>
      </Page>
    </>
  );
}

async function NewOfKind({ ctx, kind }: { ctx: Context; kind: string }) {
  const blueprint = await orNotFound(getBlueprint.call(ctx, { identifier: kind.slice(0, 63) }));
  const org = ctx.org.slug;
  const sections = formSections(blueprint.definition);
  const defaults = blueprint.definition.properties.map(
    (property) => [`properties.${property.identifier}`, property.default] as const,
  );
  const fields = sections.flatMap((section) => section.fields);
  const title = words.newOf(blueprint.title);
  return (
    <>
      <TopBar
        items={[
          { label: words.catalog, href: `/${org}/catalog` },
          { label: words.newLabel, href: `/${org}/catalog/new` },
          { label: blueprint.title },
        ]}
      />
      <PageHeader
        flush
        glyph={<Glyph size="xl" icon={<BlueprintIcon icon={blueprint.icon} />} />}
        title={title}
        sub={blueprint.description === "" ? undefined : blueprint.description}
      />
      <EntityForm
        org={org}
        kind={{ identifier: blueprint.identifier, title: blueprint.title }}
        sections={sections}
        values={toValues(fields, new Map(defaults), (reference) => reference)}
        create={createEntity.bind(null, org, blueprint.identifier)}
      />
    </>
  );
}
