import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BlueprintIcon } from "#components/catalog/blueprint-icon.tsx";
import { EntityForm } from "#components/catalog/entity-form/entity-form.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import * as words from "#components/words/pages/edit.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { readEntityKey } from "#lib/web/read-entity-key.ts";
import { updateEntity } from "./mutations.ts";
import { readForm } from "./read-form.ts";

type Props = { params: Promise<{ org: string; blueprint: string; identifier: string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words.editThing(readEntityKey(await params)?.identifier ?? "") };
}

export default async function EditEntityPage({ params }: Props) {
  const path = await params;
  const ctx = await pageContext(path.org);
  const key = readEntityKey(path);
  if (key === null || !ctx.can("entity:write")) notFound();
  const { entity, sections, values, sources } = await orNotFound(readTransaction(ctx, (tx) => readForm(ctx, tx, key)));
  const org = ctx.org.slug;
  const { blueprint } = entity;
  return (
    <>
      <TopBar
        items={[
          { label: words.catalog, href: `/${org}/catalog` },
          { label: blueprint.pluralTitle, href: `/${org}/catalog?blueprint=${blueprint.identifier}` },
          { label: entity.title, href: entityHref(org, key) },
          { label: words.edit },
        ]}
      />
      <PageHeader
        flush
        glyph={<Glyph size="xl" icon={<BlueprintIcon icon={blueprint.icon} />} />}
        title={words.editThing(entity.title)}
        sub={`${blueprint.title} ${key.identifier}`}
      />
      <EntityForm
        org={org}
        kind={{ identifier: blueprint.identifier, title: blueprint.title }}
        sections={sections}
        values={values}
        edit={{
          identifier: key.identifier,
          version: entity.version,
          sources,
          save: updateEntity.bind(null, org, key),
        }}
      />
    </>
  );
}
