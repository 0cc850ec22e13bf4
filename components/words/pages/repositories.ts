import { numberText } from "#components/words/format.ts";

export const repositories = "Repositories";
export const actions = "Actions";
export const oneRepositoryWasMadeByRuns = "One repository was made by runs";
export const repositoriesWereMadeByRuns = (repositories: number) =>
  `${numberText(repositories)} repositories were made by runs`;
export const theyAreRealGitRepositories = "They are real git repositories in Causeway's own data directory.";
export const noRunHasMade = "No run has made a repository yet";
export const createAService = "Create a service";
export const noRunHasMadeText = '"Create a service" makes one with its first commit.';
export const notInTheCatalog = "Not in the catalog";
export const inTheCatalogAs = (entity: string) => `In the catalog as ${entity}`;
export const empty = "empty";
