import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readCatalog } from "#lib/ingestion/backstage/read-catalog.ts";
import { holdFiles } from "#lib/ingestion/trees/hold-files.ts";
import { readFolder } from "#lib/ingestion/trees/testing.ts";
import { closeYamlPool } from "#lib/ingestion/yaml/parse-yaml.ts";
import { projectRoot } from "#lib/kernel/project-root.ts";

afterAll(closeYamlPool);

// Catalogs that others wrote; they lie beside the project where it is developed, not in it.
const samples = join(projectRoot(), "../shared/samples/backstage");
const isThere = existsSync(samples);
if (!isThere) console.warn(`Skipped: no sample catalogs at ${samples}`);

const read = (folder: string, options = {}) => readCatalog(holdFiles(readFolder(join(samples, folder))), options);

test.skipIf(!isThere)("the sample catalog arrives whole", async () => {
  const { entities, lines } = await read("catalog");
  const counts = Object.entries(Object.groupBy(entities, (entity) => entity.kind)).map(([kind, some]) => [
    kind,
    some?.length,
  ]);
  expect(Object.fromEntries(counts)).toEqual({
    User: 17,
    Component: 13,
    API: 10,
    Location: 9,
    Group: 8,
    AiResource: 4,
    Domain: 3,
    System: 3,
    Resource: 1,
  });
  expect(lines.filter((line) => line.verdict === "refused")).toEqual([]);
  expect(lines.filter((line) => line.verdict === "skipped").map((line) => line.file)).toEqual([
    "apis/petstore-webhook.oas.yaml",
    "apis/petstore.oas.yaml",
    "README.md",
  ]);
});

test.skipIf(!isThere)("its two entry points reach what they should", async () => {
  expect((await read("catalog", { path: "all.yaml" })).entities).toHaveLength(40);
  expect((await read("catalog", { path: "acme-corp.yaml" })).entities).toHaveLength(27);
});

test.skipIf(!isThere)(
  "the variants get the verdicts that the released validators give, but for the list that is accepted",
  async () => {
    const { entities, lines } = await read("catalog-variants");
    expect(entities.map((entity) => entity.identifier).sort()).toEqual([
      "alternative/different-namespace",
      "config-schema",
      "frontend-design",
      "petstore31",
      "team-e",
      "use-internal-apis",
    ]);
    expect([...new Set(lines.filter((line) => line.verdict === "refused").map((line) => line.file))]).toEqual([
      "invalid-component.yaml",
      "local-ai-model-server-api.remotes.yaml",
      "local-ai-model-server-api.server-url.yaml",
    ]);
  },
);

test.skipIf(!isThere)("every template and every file of the demo is read", async () => {
  expect((await read("templates")).entities).toHaveLength(13);
  expect((await read("demo", { isEveryFileWanted: true })).entities).toHaveLength(10);
});
