import type { Metadata } from "next";
import { BlueprintIcon } from "#components/catalog/blueprint-icon.tsx";
import { draftOf } from "#components/catalog/blueprints/blueprint-draft.ts";
import { BlueprintEditor } from "#components/catalog/blueprints/blueprint-editor.tsx";
import { BlueprintSheet } from "#components/catalog/blueprints/blueprint-sheet.tsx";
import { kindsHref } from "#components/catalog/blueprints/kind-href.ts";
import { OriginPill } from "#components/catalog/blueprints/kinds-table.tsx";
import { newHref } from "#components/catalog/entity-href.ts";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/pages/blueprints/blueprint.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { deleteBlueprint, updateBlueprint } from "../mutations.ts";
import { readKind } from "./read-kind.ts";

type Props = { params: Promise<{ org: string; blueprint: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words.blueprintOf(decodeURIComponent((await params).blueprint).slice(0, 63)) };
}

export default async function BlueprintPage({ params }: Props) {
  const { org: slug, blueprint: written } = await params;
  const ctx = await pageContext(slug);
  const org = ctx.org.slug;
  const identifier = decodeURIComponent(written).slice(0, 63);
  const { kind, kinds, entityCount, shipped, pointing } = await orNotFound(readKind(ctx, identifier));
  const mayWrite = ctx.can("blueprint:write");
  return (
    <>
      <TopBar
        items={[
          { label: words.catalog, href: `/${org}/catalog` },
          { label: words.blueprints, href: kindsHref(org) },
          { label: kind.title },
        ]}
      />
      <PageHeader
        flush
        className={mayWrite ? "!pb-0" : undefined}
        glyph={<Glyph size="xl" icon={<BlueprintIcon icon={kind.icon} />} />}
        title={kind.title}
        pills={<OriginPill kind={kind} />}
        sub={
          <>
            <span className="mono">{kind.identifier}</span>{" "}
            <span className="text-text-3">
              {words.version(kind.version)}{" "}
              {entityCount === 0 ? (
                words.noneYet
              ) : (
                <TextLink href={`/${org}/catalog?blueprint=${encodeURIComponent(kind.identifier)}`} underline>
                  {words.inTheCatalog(entityCount)}
                </TextLink>
              )}
            </span>
          </>
        }
        actions={
          ctx.can("entity:write") ? (
            <Button href={newHref(org, kind.identifier)}>{words.newThing(kind.title)}</Button>
          ) : undefined
        }
      />
      {mayWrite ? (
        <BlueprintEditor
          key={kind.identifier}
          org={org}
          start={draftOf(kind)}
          kinds={kinds}
          edit={{ version: kind.version, save: updateBlueprint.bind(null, org, kind.identifier) }}
          about={{
            title: kind.title,
            isShipped: kind.origin === "shipped",
            shipped,
            entityCount,
            pointing,
            remove: deleteBlueprint.bind(null, org, kind.identifier),
          }}
        />
      ) : (
        <Page>
          <BlueprintSheet org={org} kind={kind} kinds={kinds} />
        </Page>
      )}
    </>
  );
}
