import { ActionsHere } from "#components/actions/actions-here.tsx";
import type { EntityDeeds } from "#components/catalog/deeds/entity-deeds.ts";
import { VerificationPanel } from "#components/catalog/deeds/verification-panel.tsx";
import { DefinitionPanel } from "#components/catalog/definition-panel.tsx";
import { DependentsPanel } from "#components/catalog/dependents-panel.tsx";
import { subjectOf } from "#components/catalog/entity-header.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { OwnedPanel } from "#components/catalog/owned-panel.tsx";
import { isOwned } from "#components/catalog/owner-name.tsx";
import { OwnershipPanel } from "#components/catalog/ownership-panel.tsx";
import { PeoplePanel } from "#components/catalog/people-list.tsx";
import { LongProperties } from "#components/catalog/properties/long-properties.tsx";
import { PropertiesPanel } from "#components/catalog/properties-panel.tsx";
import { RelationsPanel } from "#components/catalog/relations-panel.tsx";
import { saidBy } from "#components/catalog/said/said-by.tsx";
import { type SaidDeeds, SaidScope } from "#components/catalog/said/said-scope.tsx";
import { SourcesPanel } from "#components/catalog/sources-panel.tsx";
import { PersonOfUser } from "#components/identity/who-is-who/known-as.tsx";
import { EntityDeployments } from "#components/metrics/entity-deployments.tsx";
import { EntityScorecards } from "#components/scorecards/entity-scorecards.tsx";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";
import { embedOrigins } from "#lib/kernel/env.ts";
import type { Overview } from "./read-overview.ts";

type Props = {
  org: string;
  entity: EntityDetail;
  overview: Overview;
  mayRun: boolean;
  deeds: EntityDeeds | null;
  said: SaidDeeds | null;
};

/** What changes about an entity. */
export function EntityOverview({ org, entity, overview }: Omit<Props, "mayRun" | "deeds" | "said">) {
  const definition = entity.properties["definition"];
  return (
    <>
      {overview.scores.length > 0 || entity.blueprint.identifier === "component" ? (
        <EntityScorecards org={org} scores={overview.scores} />
      ) : null}
      {overview.owned === null ||
      (entity.blueprint.identifier === "user" && overview.owned.owned.total === 0) ? null : (
        <OwnedPanel org={org} {...overview.owned} />
      )}
      <RelationsPanel org={org} entity={entity} />
      <LongProperties
        properties={overview.definition.properties.filter(({ identifier }) => identifier !== "definition")}
        values={entity.properties}
        origins={embedOrigins()}
        references={entity.references}
        href={entityHref(org, { blueprint: entity.blueprint.identifier, identifier: entity.identifier })}
      />
      {typeof definition === "string" && definition !== "" ? (
        <DefinitionPanel definition={definition} type={entity.type} />
      ) : null}
      {overview.deployments === null ? null : <EntityDeployments org={org} history={overview.deployments} />}
    </>
  );
}

/** What is looked up about an entity. */
export function EntityAside({ org, entity, overview, mayRun, deeds, said }: Props) {
  const { dueAt } = entity.verification;
  const key = { blueprint: entity.blueprint.identifier, identifier: entity.identifier };
  const saidOf = saidBy(entity, overview.said);
  return (
    <SaidScope org={org} entity={key} title={entity.title} deeds={said}>
      {isOwned(entity.blueprint.identifier) || entity.owner !== null ? (
        <OwnershipPanel org={org} entity={entity} owner={overview.owner} saidOf={saidOf} />
      ) : null}
      {dueAt === null || entity.archive !== null ? null : (
        <VerificationPanel
          subject={subjectOf(org, entity)}
          verification={{ ...entity.verification, dueAt }}
          isDue={Date.parse(dueAt) <= Date.now()}
          deeds={deeds}
        />
      )}
      {entity.blueprint.identifier === "group" ? <PeoplePanel org={org} relations={entity.relations} /> : null}
      {overview.names === null ? null : <PersonOfUser org={org} alias={overview.names.items[0] ?? null} />}
      {overview.dependents === null ? null : (
        <DependentsPanel
          org={org}
          dependents={overview.dependents}
          graphHref={`${entityHref(org, { blueprint: entity.blueprint.identifier, identifier: entity.identifier })}?tab=graph&direction=incoming`}
        />
      )}
      <PropertiesPanel
        org={org}
        entity={entity}
        definition={overview.definition}
        named={overview.named}
        saidOf={saidOf}
      />
      {entity.archive === null ? <ActionsHere org={org} actions={overview.actions} mayRun={mayRun} /> : null}
      <SourcesPanel org={org} sources={overview.sources} />
    </SaidScope>
  );
}
