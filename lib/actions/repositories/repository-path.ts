import { join, resolve } from "node:path";
import { appOrigin, settings } from "#lib/kernel/env.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { projectRoot } from "#lib/kernel/project-root.ts";

const uuid = /^[0-9a-f-]{36}$/;
const repositoryName = /^[a-z]([a-z0-9-]{0,98}[a-z0-9])?$/;

/** Where this installation keeps what is too large for the database. */
export function dataDirectory(): string {
  return resolve(projectRoot(), settings().CAUSEWAY_DATA_DIR ?? ".causeway");
}

/** The folder of an organization's repositories. */
export function repositoriesPath(orgId: string): string {
  if (!uuid.test(orgId)) throw new Error("Not the id of an organization");
  return join(dataDirectory(), "repositories", orgId);
}

/** Where a repository is kept on this machine. */
export function repositoryPath(orgId: string, name: string): string {
  if (!repositoryName.test(name)) throw new AppError("not_found", `There is no repository ${JSON.stringify(name)}.`);
  return join(repositoriesPath(orgId), `${name}.git`);
}

/** The address of a repository's page. */
export function repositoryUrl(orgSlug: string, name: string): string {
  return `${appOrigin()}/${orgSlug}/repositories/${name}`;
}
