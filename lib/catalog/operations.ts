import { listBlueprints } from "#lib/catalog/blueprints/list-blueprints.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { importEntities } from "#lib/catalog/entities/import-entities.ts";
import { listEntities } from "#lib/catalog/entities/list-entities.ts";
import { listOptions } from "#lib/catalog/entities/list-options.ts";
import { listVersions } from "#lib/catalog/entities/list-versions.ts";
import { searchEntities } from "#lib/catalog/entities/search-entities.ts";
import { getMine } from "#lib/catalog/mine/get-mine.ts";
import { listSources } from "#lib/catalog/sources/list-sources.ts";
import { linkTeam } from "#lib/catalog/teams/link-team.ts";
import { listTeamGroups } from "#lib/catalog/teams/list-team-groups.ts";

export const catalogOperations = [
  listBlueprints,
  listEntities,
  searchEntities,
  listOptions,
  getEntity,
  listVersions,
  importEntities,
  getMine,
  listSources,
  listTeamGroups,
  linkTeam,
];
