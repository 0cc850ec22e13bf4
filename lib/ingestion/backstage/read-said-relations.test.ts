import { afterAll, expect, test } from "vitest";
import { type CatalogReading, readCatalog } from "#lib/ingestion/backstage/read-catalog.ts";
import { holdFiles } from "#lib/ingestion/trees/hold-files.ts";
import { closeYamlPool } from "#lib/ingestion/yaml/parse-yaml.ts";

afterAll(closeYamlPool);

const find = (reading: CatalogReading, ref: string) =>
  reading.entities.find((entity) => `${entity.blueprint}:${entity.identifier}` === ref);
const said = (reading: CatalogReading, verdict: string) =>
  reading.lines
    .filter((line) => line.verdict === verdict)
    .map((line) => `${line.file}:${line.line} ${line.path ?? "-"} ${line.what}`);
const paste = (content: string) => readCatalog(holdFiles([{ path: "pasted.yaml", content }]));

const described = (relations: string) => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: web, namespace: shop }
spec:
  type: website
  lifecycle: production
  owner: front
  dependsOn: [component:cart]
  relations:
${relations}`;

test("spec.relations says what relations themselves have: properties and dates, beside the fields that state them", async () => {
  const reading = await paste(
    described(`
    - { type: dependsOn, target: component:cart, since: 2026-01-31, properties: { purpose: checkout, share: 40 } }
    - { type: builtBy, target: "group:default/agency", until: "2026-06-30T12:00:00+02:00" }
    - { type: reviewedBy, target: user:ana }`),
  );
  expect(said(reading, "refused")).toEqual([]);
  const web = find(reading, "component:shop/web");
  expect(web?.relations).toEqual([
    { type: "builtBy", blueprint: "group", identifier: "agency", until: "2026-06-30T10:00:00.000Z" },
    {
      type: "dependsOn",
      blueprint: "component",
      identifier: "shop/cart",
      since: "2026-01-31T00:00:00.000Z",
      properties: { purpose: "checkout", share: 40 },
    },
    { type: "ownedBy", blueprint: "group", identifier: "shop/front" },
    { type: "reviewedBy", blueprint: "user", identifier: "shop/ana" },
  ]);
  expect(web?.properties).toEqual({});
});

test("what cannot be read of spec.relations is named at its place and kept, and another list of that name is a property", async () => {
  const reading = await paste(
    described(`
    - { type: builtBy, target: group:agency, since: soon }
    - { type: builtBy, target: agency }
    - { type: "not a name", target: group:agency }
    - { type: builtBy, target: group:agency, since: 2026-02-01, until: 2026-01-01 }
    - { type: builtBy, target: group:agency, note: x }
    - { type: ownedBy, target: group:agency }
    - { type: reviewedBy, target: user:ana }`),
  );
  expect(said(reading, "refused").map((line) => line.replace(/^pasted.yaml:\d+ /, ""))).toEqual([
    expect.stringContaining("spec.relations[0].since Use a time such as"),
    expect.stringContaining('spec.relations[1].target "agency" does not say which kind it means'),
    expect.stringContaining("spec.relations[2].type Use letters"),
    expect.stringContaining("spec.relations[3].until Use a time after since"),
    expect.stringContaining("spec.relations[4]"),
    expect.stringContaining("spec.relations[5].type"),
  ]);
  const web = find(reading, "component:shop/web");
  expect(web?.relations.map(({ type }) => type)).toEqual(["dependsOn", "ownedBy", "reviewedBy"]);
  expect(web?.properties["relations"]).toHaveLength(7);
  const other = await paste(described("    - one\n    - two"));
  expect(find(other, "component:shop/web")?.properties).toEqual({ relations: ["one", "two"] });
});
