import type { ReactNode } from "react";
import { BlueprintIcon } from "#components/catalog/blueprint-icon.tsx";
import type { DeedSubject, EntityDeeds } from "#components/catalog/deeds/entity-deeds.ts";
import { EntityMenu } from "#components/catalog/deeds/entity-menu.tsx";
import { editHref } from "#components/catalog/entity-href.ts";
import { kindName } from "#components/catalog/kind-name.ts";
import { LifecyclePill } from "#components/catalog/lifecycle-pill.tsx";
import { safeHref } from "#components/catalog/safe-href.ts";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { BookOpen, ChartLine, ExternalLink, GitBranch, PencilLine, Zap } from "#components/ui/icons.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/catalog/entity-header.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";

const shownLinks = 2;

type Props = {
  org: string;
  entity: EntityDetail;
  mayRun: boolean;
  /** Null for who may change nothing. */
  deeds: EntityDeeds | null;
};

/** What the entity is, and the few places people go to from here. */
export function EntityHeader({ org, entity, mayRun, deeds }: Props) {
  const key = { blueprint: entity.blueprint.identifier, identifier: entity.identifier };
  const tier = entity.properties["tier"] ?? entity.labels["tier"];
  const links = entity.links.flatMap((link) => {
    const href = safeHref(link.url);
    return href === null ? [] : [{ ...link, href }];
  });
  return (
    <PageHeader
      flush
      glyph={<Glyph size="xl" icon={<BlueprintIcon icon={entity.blueprint.icon} />} />}
      title={entity.title}
      sub={entity.description ?? undefined}
      pills={
        <>
          <Pill>
            {entity.blueprint.identifier === "component"
              ? kindName({ blueprint: "component", type: entity.type })
              : entity.blueprint.title}
          </Pill>
          {entity.blueprint.identifier !== "component" &&
          entity.type !== null &&
          entity.type.toLowerCase() !== entity.blueprint.title.toLowerCase() ? (
            <Pill>{entity.type}</Pill>
          ) : null}
          {typeof tier === "number" || typeof tier === "string" ? <Pill>{words.tier(tier)}</Pill> : null}
          {entity.archive === null ? null : <Pill tone="warn">{words.archived}</Pill>}
          {entity.lifecycle === null ? null : <LifecyclePill lifecycle={entity.lifecycle} />}
        </>
      }
      actions={
        <>
          {links.slice(0, shownLinks).map((link) => (
            <a
              key={link.href}
              href={link.href}
              target="_blank"
              rel="noreferrer noopener"
              className={`${buttonClass("ghost")} phone:hidden`}
            >
              {linkIcon(link.type ?? link.icon)}
              {link.title ?? new URL(link.href).hostname}
            </a>
          ))}
          {deeds === null ? null : <EntityMenu subject={subjectOf(org, entity)} deeds={deeds} />}
          {deeds !== null && entity.archive === null ? (
            <Button icon={<PencilLine aria-hidden />} href={editHref(org, key)} aria-keyshortcuts="e">
              {words.edit}
            </Button>
          ) : null}
          {mayRun && entity.archive === null ? (
            <Button variant="primary" icon={<Zap aria-hidden />} href={`/${org}/actions`}>
              {words.runAnAction}
            </Button>
          ) : null}
        </>
      }
    />
  );
}

/** The entity as deeds name it. */
export function subjectOf(org: string, entity: EntityDetail): DeedSubject {
  const { blueprint, identifier, title, version, archive } = entity;
  return { org, blueprint: blueprint.identifier, identifier, title, version, isArchived: archive !== null };
}

function linkIcon(hint: string | undefined): ReactNode {
  if (hint === "dashboard") return <ChartLine aria-hidden />;
  if (hint === "runbook" || hint === "docs") return <BookOpen aria-hidden />;
  if (hint === "repository" || hint === "github") return <GitBranch aria-hidden />;
  return <ExternalLink aria-hidden />;
}
