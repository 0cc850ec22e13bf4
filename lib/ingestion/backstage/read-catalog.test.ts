import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type CatalogReading, readCatalog } from "#lib/ingestion/backstage/read-catalog.ts";
import { holdFiles } from "#lib/ingestion/trees/hold-files.ts";
import { readFolder } from "#lib/ingestion/trees/testing.ts";
import { closeYamlPool } from "#lib/ingestion/yaml/parse-yaml.ts";

afterAll(closeYamlPool);

const fixtures = join(import.meta.dirname, "fixtures");
const harbour = () => ({
  ...holdFiles(readFolder(join(fixtures, "harbour"))),
  repositoryUrl: "https://git.example.com/harbour/catalog.git",
});

const refsOf = (reading: CatalogReading) =>
  reading.entities.map((entity) => `${entity.blueprint}:${entity.identifier}`).sort();
const find = (reading: CatalogReading, ref: string) =>
  reading.entities.find((entity) => `${entity.blueprint}:${entity.identifier}` === ref);
const said = (reading: CatalogReading, verdict: string) =>
  reading.lines
    .filter((line) => line.verdict === verdict)
    .map((line) => `${line.file}:${line.line} ${line.path ?? "-"} ${line.what}`);
const paste = (content: string) => readCatalog(holdFiles([{ path: "pasted.yaml", content }]));

test("a catalog is followed from catalog-info.yaml through folders, patterns and addresses of its own repository", async () => {
  const reading = await readCatalog(harbour());
  expect(refsOf(reading)).toEqual([
    "api:quay/berths",
    "component:quay/berth-planner",
    "component:tide-tables",
    "domain:extra",
    "group:pilots",
    "group:tugs",
    "location:back",
    "location:harbour",
    "location:perhaps",
    "user:ana",
    "vessel:tug-1",
  ]);
});

test("what is not imported is named with its place", async () => {
  const reading = await readCatalog(harbour());
  expect(said(reading, "refused")).toEqual([
    'catalog-info.yaml:9 spec.targets[2] The target "./missing.yaml" does not exist',
    'catalog-info.yaml:10 spec.targets[3] The target "../outside.yaml" leaves the folder or repository that is imported; import the other place by itself',
    'catalog-info.yaml:13 spec.targets[6] The target "javascript:alert(1)" is not an address that can be imported from; use a relative path or an https address',
    'services/berths/catalog-info.yaml:22 spec.dependsOn[1] "berth-cache" does not say which kind it means; write it as kind:berth-cache',
    'services/berths/catalog-info.yaml:13 metadata.links[1].url The address "javascript:alert(1)" would run code',
    'services/berths/catalog-info.yaml:37 spec.lost The target "../../../../etc/passwd" of $text leaves the folder or repository that is imported; import the other place by itself',
    "services/berths/catalog-info.yaml:38 spec.gone services/berths/gone.yaml, the target of $text, does not exist",
    "services/tides/catalog-info.yaml:8 metadata.name component:tide-tables is described twice",
    'services/tides/catalog-info.yaml:13 metadata.name The name "bad name" cannot be used: it has a space in it',
    'services/tides/catalog-info.yaml:13 metadata.tags[0] The tag "Java" cannot be used',
    expect.stringMatching(/^services\/tides\/catalog-info\.yaml:17 - The document is not valid YAML/),
  ]);
  expect(said(reading, "skipped")).toEqual([
    "catalog-info.yaml:11 spec.targets[4] The target is at git.example.com, outside what is imported",
    'teams/all.yaml:26 spec.target The target "../catalog-info.yaml" leads back to a file that led here',
    'teams/all.yaml:33 spec.targets[0] The optional target "./perhaps.yaml" does not exist',
    'services/berths/catalog-info.yaml:15 relations "relations" stands beside metadata and spec, where no such field belongs',
    "alone.yaml:null - No Location leads to this file",
  ]);
  for (const line of reading.lines) expect(line.why).not.toBe("");
});

test("a descriptor's fields become the catalog's, and what the format does not know is kept and named", async () => {
  const reading = await readCatalog(harbour());
  expect(find(reading, "component:quay/berth-planner")).toEqual({
    blueprint: "component",
    kind: "Component",
    identifier: "quay/berth-planner",
    title: "Berth planner",
    description: "Who lies where, and until when.",
    ownerRef: "group:pilots",
    lifecycle: "production",
    type: "service",
    tags: ["go", "rest"],
    labels: { tier: "1" },
    annotations: { "example.com/runbook": "runbook.md" },
    links: [{ url: "https://berths.example.com", title: "Open" }],
    properties: { dependsOn: ["resource:default/berth-db", "berth-cache"], sla: { hours: 24 }, "team-size": 4 },
    relations: [
      { type: "dependencyOf", blueprint: "component", identifier: "tide-tables" },
      { type: "dependsOn", blueprint: "resource", identifier: "berth-db" },
      { type: "ownedBy", blueprint: "group", identifier: "pilots" },
      { type: "ownedBy", blueprint: "user", identifier: "ana" },
      { type: "partOf", blueprint: "system", identifier: "quay/port" },
      { type: "providesApi", blueprint: "api", identifier: "quay/berths" },
      { type: "providesApi", blueprint: "api", identifier: "tides" },
    ],
    origin: { file: "services/berths/catalog-info.yaml", line: 1 },
  });
  expect(find(reading, "vessel:tug-1")).toMatchObject({
    kind: "Vessel",
    ownerRef: "group:tugs",
    properties: { length: 24 },
  });
  expect(said(reading, "kept")).toContain(
    'services/berths/catalog-info.yaml:24 spec.sla Backstage defines no field "sla" for kind Component',
  );
  expect(said(reading, "kept")).toContain(
    'services/berths/catalog-info.yaml:43 kind Kind "Vessel" of "harbour.example.com/v1" is not one that Backstage defines',
  );
});

test("references to files are followed within the repository, everything else is kept as written", async () => {
  const reading = await readCatalog(harbour());
  const { properties } = find(reading, "api:quay/berths") ?? { properties: {} };
  expect(properties).toMatchObject({
    definition: expect.stringMatching(/^openapi: 3\.1\.0\n/),
    examples: { berth: { id: 1 } },
    defaults: { limit: 20 },
    remote: { $text: "https://elsewhere.example.com/openapi.yaml" },
    lost: { $text: "../../../../etc/passwd" },
    gone: { $text: "./gone.yaml" },
    same: "limit: 20\n",
    unknown: { $foo: "./x" },
  });
});

test("a relation that both ends state is one relation", async () => {
  const reading = await readCatalog(harbour());
  expect(find(reading, "group:pilots")).toMatchObject({ title: "Harbour pilots", relations: [] });
  expect(find(reading, "group:tugs")?.relations).toEqual([
    { type: "childOf", blueprint: "group", identifier: "pilots" },
  ]);
  expect(find(reading, "user:ana")?.relations).toEqual([
    { type: "memberOf", blueprint: "group", identifier: "pilots" },
  ]);
});

test("every YAML file can be asked for, and one file or folder alone", async () => {
  const every = await readCatalog(harbour(), { isEveryFileWanted: true });
  expect(refsOf(every)).toContain("domain:alone");
  expect(said(every, "skipped")).toContain(
    "services/berths/openapi.yaml:1 - An OpenAPI document, not a catalog entity",
  );
  expect(said(every, "skipped")).toContain("README.md:null - Not a YAML file, and no descriptor takes its text");
  expect(refsOf(await readCatalog(harbour(), { path: "alone.yaml" }))).toEqual(["domain:alone"]);
  expect(refsOf(await readCatalog(harbour(), { path: "/services/tides/" }))).toEqual(["component:tide-tables"]);
  expect(said(await readCatalog(harbour(), { path: "nowhere" }), "refused")).toEqual([
    "nowhere:null - nowhere does not exist",
  ]);
  expect(said(await readCatalog(harbour(), { path: "../../etc" }), "refused")).toEqual([
    "etc:null - etc does not exist",
  ]);
});

test.each([
  ["kind: Component\nmetadata: {name: a}", "apiVersion", "apiVersion is missing"],
  ["apiVersion: '1.0'\nkind: Component\nmetadata: {name: a}", "apiVersion", 'apiVersion "1.0" cannot be used'],
  ["apiVersion: backstage.io/v1alpha1\nkind: 1\nmetadata: {name: a}", "kind", "kind is missing"],
  ["apiVersion: backstage.io/v1alpha1\nkind: Component", "metadata", "metadata is missing or not a mapping"],
  [
    "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: 5}\nspec: {}",
    "metadata.name",
    'The name "5" is not text',
  ],
  [
    "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: a, namespace: Upper}",
    "metadata.namespace",
    'The namespace "Upper" cannot be used',
  ],
  [
    "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: a, annotations: {x: 1}}",
    "metadata.annotations.x",
    'The value "1" cannot be used',
  ],
  [
    "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: a, labels: {a/b/c: x}}",
    "metadata.labels.a/b/c",
    'The key "a/b/c" cannot be used',
  ],
  [
    "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: a, links: [{url: nowhere}]}",
    "metadata.links[0].url",
    'The address "nowhere" cannot be used',
  ],
  [
    "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: a}\nspec: {type: x, lifecycle: y}",
    "spec.owner",
    "spec.owner is missing",
  ],
  [
    "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: a}\nspec: {type: x}",
    "spec.children",
    "spec.children is missing",
  ],
  [
    "apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {name: a}\nspec: {type: openapi, lifecycle: y, owner: z, definition: {a: 1}}",
    "spec.definition",
    'spec.definition "{"a":1}" cannot be used',
  ],
  [
    "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: a}\nspec: {type: x, steps: []}",
    "spec.steps",
    'spec.steps "[]" cannot be used',
  ],
  [
    `apiVersion: backstage.io/v1alpha1\nkind: Domain\nmetadata: {name: ${"a".repeat(64)}}\nspec: {owner: x}`,
    "metadata.name",
    `The name "${"a".repeat(64)}" cannot be used`,
  ],
  [
    'apiVersion: backstage.io/v1alpha1\nkind: Domain\nmetadata: {name: "a\\0b"}\nspec: {owner: x}',
    "metadata.name",
    "metadata.name has a NUL character; remove it (column 18)",
  ],
])("%j names its field", async (text, path, what) => {
  const reading = await paste(text);
  expect(reading.entities).toEqual([]);
  expect(reading.lines).toContainEqual(
    expect.objectContaining({ verdict: "refused", file: "pasted.yaml", path, what }),
  );
});

test.each([
  ["# only a comment", "The file is empty"],
  ["site_name: Docs", "Not a catalog entity: neither apiVersion nor kind"],
  ["just text", "Not a catalog entity: the document is not a mapping"],
  ["apiVersion: v1\nkind: Service\nmetadata: {name: a}", "A Kubernetes manifest, not a catalog entity"],
  [
    "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: '{{ name }}'}",
    "A template of an entity: its name is filled in later",
  ],
])("%j is skipped and said to be what it is", async (text, what) => {
  const reading = await paste(text);
  expect(reading.lines).toEqual([expect.objectContaining({ verdict: "skipped", what })]);
});

test("names that JavaScript knows are names like any other", async () => {
  const reading = await paste(
    "apiVersion: backstage.io/v1alpha1\nkind: Domain\nmetadata: {name: constructor, labels: {constructor: x, toString: y}}\nspec: {owner: hasOwnProperty, valueOf: 1}",
  );
  expect(reading.entities[0]).toMatchObject({
    identifier: "constructor",
    ownerRef: "group:hasownproperty",
    properties: { valueOf: 1 },
  });
});

test("five hundred things alike are counted instead of listed", async () => {
  const files = Array.from({ length: 500 }, (_, index) => ({
    path: `deploy/${index}.yaml`,
    content: "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}",
  }));
  const { lines } = await readCatalog(holdFiles(files));
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)?.what).toBe("A Kubernetes manifest, not a catalog entity: 480 more");
});
