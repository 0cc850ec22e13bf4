import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { makeSyntheticEntities } from "#db/seed/synthetic.ts";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { create, end, factory, imported, store, work } from "#lib/catalog/derived/testing.ts";
import { exportEntities } from "#lib/catalog/entities/lists/export-entities.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";
import { type EntityForm, writeEntities, writeSelection } from "#lib/web/exports/write-entities.ts";

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  await storeEntities(org, [
    testEntity("b", { title: "=HYPERLINK(1)", ownerRef: "group:pay", tags: ["go", "pci"], properties: { tier: 1 } }),
    testEntity("a", { title: "A, with a comma", description: "two\nlines", properties: { tier: { deep: "x" } } }),
    testEntity("an-api", { blueprint: "api", title: "API" }),
  ]);
});
afterAll(closeTestDatabase);

async function write(form: EntityForm, given: Record<string, unknown>, of: TestOrg = org): Promise<string> {
  const file = await writeEntities(of.as("viewer"), form, given);
  let text = "";
  for await (const page of file.pages) text += page;
  return text;
}

test("a file has what is shown: this filter, this order, these columns, and what each row is", async () => {
  const given = { blueprint: "component", direction: "descending", columns: "tags,properties.tier" };
  expect(await write("csv", given)).toBe(
    'blueprint,identifier,title,tags,properties.tier\r\ncomponent,a,"A, with a comma",,"{""deep"":""x""}"\r\ncomponent,b,\'=HYPERLINK(1),"go, pci",1\r\n',
  );
  const rows = [
    { blueprint: "component", identifier: "a", title: "A, with a comma", tags: [], "properties.tier": { deep: "x" } },
    { blueprint: "component", identifier: "b", title: "=HYPERLINK(1)", tags: ["go", "pci"], "properties.tier": 1 },
  ];
  expect(JSON.parse(await write("json", given))).toEqual(rows);
  expect(parse(await write("yaml", given))).toEqual(rows);
  expect(await write("csv", { query: 'blueprint = "api"' })).toMatch(
    /^blueprint,identifier,title,owner,level,lifecycle,tags,updatedAt\r\napi,an-api,API,,,,,\d{4}/,
  );
});

test("a file has every end of the relations that are shown", async () => {
  const own = await testOrg();
  const relations = ["c", "b", "a", "d", "e"].map((identifier) => ({
    type: "dependsOn",
    blueprint: "api",
    identifier,
  }));
  await storeEntities(own, [testEntity("shop", { relations, properties: { text: "x".repeat(500) } })]);
  const given = { columns: "relations.dependsOn,properties.text,relations.partOf,relations." };
  expect(JSON.parse(await write("json", given, own))).toEqual([
    {
      blueprint: "component",
      identifier: "shop",
      title: "shop",
      "relations.dependsOn": ["api:a", "api:b", "api:c", "api:d", "api:e"],
      "properties.text": "x".repeat(500),
      "relations.partOf": [],
    },
  ]);
  expect((await write("csv", given, own)).split("\r\n")[1]).toMatch(
    /^component,shop,shop,"api:a, api:b, api:c, api:d, api:e",x{500},$/,
  );
});

test("where something is derived, each row says since when that is not current", async () => {
  const own = await factory();
  await create(own, "unit", "hub");
  const parts = Array.from({ length: 300 }, (_, index) =>
    imported("part", `p${index}`, { properties: { cost: 1, taxRate: 0 }, relations: end("unit", "hub") }),
  );
  await store(own, parts);
  const asked = { blueprint: "part", text: "p7", columns: "properties.unitTotal" };
  type Row = { identifier: string; pendingSince?: string | null; "properties.unitTotal"?: number };
  const first = async (form: "json" | "yaml") => {
    const text = await write(form, asked, own);
    return (form === "json" ? (JSON.parse(text) as Row[]) : (parse(text) as Row[]))[0];
  };
  expect(await first("json")).toMatchObject({ identifier: "p7", pendingSince: expect.any(String) });
  expect(await first("yaml")).toMatchObject({ identifier: "p7", pendingSince: expect.any(String) });
  const [head, row] = (await write("csv", asked, own)).split("\r\n");
  expect(head).toBe("blueprint,identifier,title,properties.unitTotal,pendingSince");
  expect(row).toMatch(/^part,p7,p7,[^,]*,\d{4}-/);
  await work(own);
  expect(await first("json")).toMatchObject({ "properties.unitTotal": 300, pendingSince: null });
  expect((await write("csv", asked, own)).split("\r\n")[1]).toBe("part,p7,p7,300,");
  // What nothing derived stands in has no such column.
  expect(await write("csv", { ...asked, columns: "tags" }, own)).toMatch(/^blueprint,identifier,title,tags\r\n/);
}, 120_000);

test("nothing to show is an empty file of its form", async () => {
  const none = { text: "nothing has this name" };
  expect(JSON.parse(await write("json", none))).toEqual([]);
  expect(parse(await write("yaml", none))).toEqual([]);
  expect((await write("csv", none)).split("\r\n")).toHaveLength(2);
});

test("all rows are in it, each once and in the order of the list, however many pages it takes", async () => {
  const many = await testOrg();
  await storeEntities(many, [...makeSyntheticEntities(2_500)]);
  const rows = JSON.parse(await write("json", { sort: "owner" }, many)) as { identifier: string; blueprint: string }[];
  const { items, total } = await listEntities.call(many.as("viewer"), { sort: "owner", limit: 1000 });
  expect(rows).toHaveLength(total);
  expect(new Set(rows.map((row) => `${row.blueprint}:${row.identifier}`)).size).toBe(total);
  expect(rows.slice(0, 1000).map((row) => row.identifier)).toEqual(items.map((item) => item.identifier));
});

test("what was selected is in it and nothing else, in the order of the list, however many pages it takes", async () => {
  const many = await testOrg();
  await storeEntities(many, [...makeSyntheticEntities(2_500)]);
  const { items } = await listEntities.call(many.as("viewer"), { sort: "owner", direction: "descending", limit: 1000 });
  const names = ({ blueprint, identifier }: { blueprint: string; identifier: string }) => ({ blueprint, identifier });
  const others = await listEntities.call(many.as("viewer"), { blueprint: "api", limit: 1000 });
  const all = [...items, ...others.items].map(names);
  const selected = [...new Map(all.map((one) => [`${one.blueprint}:${one.identifier}`, one])).values()].reverse();
  const given = { sort: "owner", direction: "descending", columns: "tags" };
  const read = async (form: EntityForm, entities: object[], of = many) => {
    let text = "";
    for await (const page of (await writeSelection(of.as("viewer"), form, { ...given, entities })).pages) text += page;
    return text;
  };
  const gone = { blueprint: "component", identifier: "not-there" };
  const rows = JSON.parse(await read("json", [gone, ...selected])) as Parameters<typeof names>[0][];
  expect(rows).toHaveLength(selected.length);
  expect(rows.length).toBeGreaterThan(1000);
  expect(rows.slice(0, 1000).map(names)).toEqual(items.map(names));
  expect((await read("csv", selected.slice(0, 2))).split("\r\n")[0]).toBe("blueprint,identifier,title,tags");
  expect(JSON.parse(await read("json", selected, org))).toEqual([]);
  expect(parse(await read("yaml", [gone]))).toEqual([]);
});

test("a selection that makes no sense names its field before anything is written, and needs the right to read", async () => {
  const one = { blueprint: "component", identifier: "a" };
  const write = (given: object, ctx = org.as("viewer")) => writeSelection(ctx, "csv", given);
  await expect(write({ entities: [] })).rejects.toMatchObject({ fields: [{ path: "entities" }] });
  await expect(write({ entities: [one], sort: "password" })).rejects.toMatchObject({ fields: [{ path: "sort" }] });
  await expect(write({ entities: [{ blueprint: "component" }] })).rejects.toMatchObject({
    fields: [{ path: "entities.0.identifier" }],
  });
  await expect(write({ entities: [one] }, { ...org.as("viewer"), can: () => false })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("another organization's rows are not in it, and bad input names its field before anything is written", async () => {
  const other = await testOrg();
  expect(JSON.parse(await write("json", {}, other))).toEqual([]);
  await expect(write("csv", { query: "tier = " })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "query" }],
  });
  await expect(write("csv", { sort: "password" })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "sort" }],
  });
  await expect(exportEntities.call(org.as("viewer"), { cursor: "x" })).rejects.toMatchObject({
    fields: [{ path: "cursor" }],
  });
  const nobody = { ...org.as("viewer"), can: () => false };
  await expect(writeEntities(nobody, "csv", {})).rejects.toMatchObject({ code: "forbidden" });
});
