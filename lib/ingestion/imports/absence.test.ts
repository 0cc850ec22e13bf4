import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeTestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { archiveEntity } from "#lib/catalog/archive/archive-entity.ts";
import { listEntitySources } from "#lib/catalog/sources/list-entity-sources.ts";
import { createRepository, makeFolder, startGitServer } from "#lib/ingestion/git/testing.ts";
import { importCatalog } from "#lib/ingestion/imports/import-catalog.ts";
import { closeYamlPool } from "#lib/ingestion/yaml/parse-yaml.ts";

vi.stubEnv("CAUSEWAY_PRIVATE_NETWORKS", "127.0.0.1/32");

let server: Awaited<ReturnType<typeof startGitServer>>;
const folder = makeFolder();
beforeAll(async () => {
  await testDatabase();
  server = await startGitServer(folder);
});
afterAll(async () => {
  closeYamlPool();
  await server.close();
  await closeTestDatabase();
});

const component = (name: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec:\n  type: service\n  lifecycle: production\n  owner: pilots\n`;

function repositoryOf(name: string, files: Record<string, string>) {
  rmSync(join(folder, `${name}.git`), { recursive: true, force: true });
  createRepository(folder, name, files);
  return { source: { kind: "git" as const, url: server.urlOf(name), isEveryFileWanted: true } };
}

test("what a git source does not name any more is told and marked, until it is named again; what cannot be read marks nothing", async () => {
  const org = await testOrg();
  const state = async (identifier: string) =>
    (await listEntitySources.call(org.as("viewer"), { blueprint: "component", identifier })).items[0];
  await importCatalog.call(
    org.as("member"),
    repositoryOf("moving", { "a.yaml": component("a"), "b.yaml": component("b") }),
  );
  const broken = repositoryOf("moving", { "a.yaml": component("a"), "b.yaml": "kind: [" });
  expect((await importCatalog.call(org.as("member"), broken)).refused).toBeGreaterThan(0);
  expect(await state("b")).toMatchObject({ missingSince: null });
  const report = await importCatalog.call(org.as("member"), repositoryOf("moving", { "a.yaml": component("a") }));
  expect(report.lines).toContainEqual(
    expect.objectContaining({
      verdict: "kept",
      entityRef: "component:b",
      file: "b.yaml",
      what: "No longer in this source",
    }),
  );
  expect(await state("a")).toMatchObject({ missingSince: null, origin: { file: "a.yaml" } });
  expect(await state("b")).toMatchObject({ missingSince: expect.any(String) });
  await importCatalog.call(
    org.as("member"),
    repositoryOf("moving", { "a.yaml": component("a"), "c.yaml": component("b") }),
  );
  expect(await state("b")).toMatchObject({ missingSince: null });
});

test("a source that cannot be read says so at its entities, until it can; what is archived is told and stays", async () => {
  const org = await testOrg();
  const key = { blueprint: "component", identifier: "kept" };
  const wanted = repositoryOf("failing", { "kept.yaml": component("kept") });
  await importCatalog.call(org.as("member"), wanted);
  rmSync(join(folder, "failing.git"), { recursive: true });
  await expect(importCatalog.call(org.as("member"), wanted)).rejects.toMatchObject({ code: "invalid" });
  const failed = await listEntitySources.call(org.as("viewer"), key);
  expect(failed.items).toMatchObject([{ failedAt: expect.any(String), failure: expect.any(String) }]);
  repositoryOf("failing", { "kept.yaml": component("kept") });
  await archiveEntity.call(org.as("member"), key);
  const report = await importCatalog.call(org.as("member"), wanted);
  expect(report.lines).toContainEqual(
    expect.objectContaining({ verdict: "kept", entityRef: "component:kept", what: "Stays archived" }),
  );
  expect((await listEntitySources.call(org.as("viewer"), key)).items).toMatchObject([
    { failedAt: null, failure: null },
  ]);
});
