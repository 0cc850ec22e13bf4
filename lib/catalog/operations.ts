import { archiveEntities } from "#lib/catalog/archive/archive-entities.ts";
import { archiveEntity } from "#lib/catalog/archive/archive-entity.ts";
import { deleteEntities } from "#lib/catalog/archive/delete-entities.ts";
import { deleteEntity } from "#lib/catalog/archive/delete-entity.ts";
import { listArchivedEntities } from "#lib/catalog/archive/list-archived-entities.ts";
import { restoreEntities } from "#lib/catalog/archive/restore-entities.ts";
import { restoreEntity } from "#lib/catalog/archive/restore-entity.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { deleteBlueprint } from "#lib/catalog/blueprints/delete-blueprint.ts";
import { getBlueprint } from "#lib/catalog/blueprints/get-blueprint.ts";
import { getShipped } from "#lib/catalog/blueprints/get-shipped.ts";
import { listBlueprints } from "#lib/catalog/blueprints/list-blueprints.ts";
import { listKinds } from "#lib/catalog/blueprints/list-kinds.ts";
import { previewChange } from "#lib/catalog/blueprints/preview-change.ts";
import { updateBlueprint } from "#lib/catalog/blueprints/update-blueprint.ts";
import { getDefinition } from "#lib/catalog/definitions/get-definition.ts";
import { listDependents } from "#lib/catalog/dependents/list-dependents.ts";
import { createEntity } from "#lib/catalog/entities/edits/create-entity.ts";
import { dropOverride } from "#lib/catalog/entities/edits/drop-override.ts";
import { previewRemoval } from "#lib/catalog/entities/edits/preview-removal.ts";
import { updateEntities } from "#lib/catalog/entities/edits/update-entities.ts";
import { updateEntity } from "#lib/catalog/entities/edits/update-entity.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { getProvenance } from "#lib/catalog/entities/history/get-provenance.ts";
import { listVersions } from "#lib/catalog/entities/history/list-versions.ts";
import { importEntities } from "#lib/catalog/entities/imports/import-entities.ts";
import { countEntities } from "#lib/catalog/entities/lists/count-entities.ts";
import { exportEntities } from "#lib/catalog/entities/lists/export-entities.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { listGroups } from "#lib/catalog/entities/lists/list-groups.ts";
import { listOptions } from "#lib/catalog/entities/lists/list-options.ts";
import { listReferences } from "#lib/catalog/entities/lists/list-references.ts";
import { resolveReferences } from "#lib/catalog/entities/lists/resolve-references.ts";
import { sortEntities } from "#lib/catalog/entities/lists/sort-entities.ts";
import { searchEntities } from "#lib/catalog/entities/search/search-entities.ts";
import { getGraph } from "#lib/catalog/graph/get-graph.ts";
import { getMine } from "#lib/catalog/mine/get-mine.ts";
import { listProperties } from "#lib/catalog/properties/list-properties.ts";
import { checkQuery } from "#lib/catalog/queries/check-query.ts";
import { completeQuery } from "#lib/catalog/queries/complete-query.ts";
import { countQuery } from "#lib/catalog/queries/count-query.ts";
import { listFunctions } from "#lib/catalog/queries/list-functions.ts";
import { translateQuery } from "#lib/catalog/queries/translate-query.ts";
import { listRelations } from "#lib/catalog/relations/list-relations.ts";
import { listEntitySources } from "#lib/catalog/sources/list-entity-sources.ts";
import { listSources } from "#lib/catalog/sources/list-sources.ts";
import { previewPrecedence } from "#lib/catalog/sources/preview-precedence.ts";
import { setPrecedence } from "#lib/catalog/sources/set-precedence.ts";
import { linkTeam } from "#lib/catalog/teams/link-team.ts";
import { listTeamGroups } from "#lib/catalog/teams/list-team-groups.ts";
import { listDueEntities } from "#lib/catalog/verification/list-due-entities.ts";
import { verifyEntities } from "#lib/catalog/verification/verify-entities.ts";
import { verifyEntity } from "#lib/catalog/verification/verify-entity.ts";
import { checkView } from "#lib/catalog/views/check-view.ts";
import { countViews } from "#lib/catalog/views/count-views.ts";
import { createView } from "#lib/catalog/views/create-view.ts";
import { deleteView } from "#lib/catalog/views/delete-view.ts";
import { listViews } from "#lib/catalog/views/list-views.ts";
import { restoreView } from "#lib/catalog/views/restore-view.ts";
import { updateView } from "#lib/catalog/views/update-view.ts";

export const catalogOperations = [
  listBlueprints,
  listKinds,
  getBlueprint,
  getShipped,
  createBlueprint,
  updateBlueprint,
  previewChange,
  deleteBlueprint,
  listEntities,
  countEntities,
  searchEntities,
  exportEntities,
  listReferences,
  listGroups,
  listProperties,
  listOptions,
  resolveReferences,
  sortEntities,
  getEntity,
  getGraph,
  listDependents,
  getDefinition,
  listRelations,
  listVersions,
  importEntities,
  createEntity,
  updateEntity,
  updateEntities,
  dropOverride,
  getProvenance,
  previewRemoval,
  archiveEntity,
  restoreEntity,
  deleteEntity,
  listArchivedEntities,
  archiveEntities,
  restoreEntities,
  deleteEntities,
  listEntitySources,
  previewPrecedence,
  setPrecedence,
  verifyEntity,
  verifyEntities,
  listDueEntities,
  getMine,
  listSources,
  checkQuery,
  countQuery,
  completeQuery,
  translateQuery,
  listFunctions,
  listTeamGroups,
  linkTeam,
  listViews,
  countViews,
  checkView,
  createView,
  updateView,
  deleteView,
  restoreView,
];
