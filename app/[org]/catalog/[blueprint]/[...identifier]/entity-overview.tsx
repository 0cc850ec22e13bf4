import { ActionsHere } from "#components/actions/actions-here.tsx";
import { DefinitionPanel } from "#components/catalog/definition-panel.tsx";
import { OwnershipPanel } from "#components/catalog/ownership-panel.tsx";
import { PropertiesPanel } from "#components/catalog/properties-panel.tsx";
import { RelationsPanel } from "#components/catalog/relations-panel.tsx";
import { SourcesPanel } from "#components/catalog/sources-panel.tsx";
import { EntityDeployments } from "#components/metrics/entity-deployments.tsx";
import { EntityScorecards } from "#components/scorecards/entity-scorecards.tsx";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";
import type { Overview } from "./read-overview.ts";

type Props = { org: string; entity: EntityDetail; overview: Overview; mayRun: boolean };

/** Left what changes, right what is looked up. */
export function EntityOverview({ org, entity, overview, mayRun }: Props) {
  const definition = entity.properties["definition"];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-[minmax(0,1fr)_316px] wide:gap-5">
      <div className="grid min-w-0 content-start gap-4">
        {overview.scores.length > 0 || entity.blueprint.identifier === "component" ? (
          <EntityScorecards org={org} scores={overview.scores} />
        ) : null}
        <RelationsPanel org={org} entity={entity} />
        {typeof definition === "string" && definition !== "" ? (
          <DefinitionPanel definition={definition} type={entity.type} />
        ) : null}
        {overview.deployments === null ? null : <EntityDeployments org={org} history={overview.deployments} />}
      </div>
      <div className="grid min-w-0 content-start gap-4">
        {["group", "user"].includes(entity.blueprint.identifier) ? null : (
          <OwnershipPanel org={org} entity={entity} owner={overview.owner} />
        )}
        <PropertiesPanel org={org} entity={entity} />
        <ActionsHere org={org} actions={overview.actions} mayRun={mayRun} />
        <SourcesPanel org={org} entity={entity} />
      </div>
    </div>
  );
}
