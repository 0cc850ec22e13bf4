import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { previewChange } from "#lib/catalog/blueprints/preview-change.ts";
import { createEntity } from "#lib/catalog/entities/edits/create-entity.ts";
import { updateEntities } from "#lib/catalog/entities/edits/update-entities.ts";
import { updateEntity } from "#lib/catalog/entities/edits/update-entity.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { listVersions } from "#lib/catalog/entities/history/list-versions.ts";
import { importEntities } from "#lib/catalog/entities/imports/import-entities.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { getGraph } from "#lib/catalog/graph/get-graph.ts";
import { listRelations } from "#lib/catalog/relations/list-relations.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let database: TestDatabase;
let org: TestOrg;
const role = {
  identifier: "role",
  title: "Role",
  type: "string" as const,
  options: [{ value: "lead" }, { value: "member" }],
};
const definition = {
  relations: [
    { identifier: "worksIn", title: "Works in", isMany: true, hasDates: true, properties: [role] },
    { identifier: "knows", title: "Knows", isMany: true },
  ],
};
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
  await createBlueprint.call(org.as("admin"), {
    identifier: "person",
    title: "Person",
    pluralTitle: "People",
    definition,
  });
});
afterAll(closeTestDatabase);

const key = (identifier: string) => ({ blueprint: "person", identifier });
const guild = (identifier: string, said = {}) => ({ blueprint: "group", identifier, ...said });
const create = (identifier: string, ends: ReturnType<typeof guild>[]) =>
  createEntity.call(org.as("member"), { ...key(identifier), relations: { worksIn: ends } });
const read = async (identifier: string) => {
  const { relations } = await getEntity.call(org.as("viewer"), key(identifier));
  return relations.find(({ type }) => type === "worksIn");
};
const stored = () =>
  database.owner`select count(*)::int as relations, md5(string_agg(r::text, ',' order by r::text)) as hash from relations r where org_id = ${org.id}`;
const matching = async (query: string) => {
  const { items } = await listEntities.call(org.as("viewer"), { query, limit: 100 });
  return items.map(({ identifier }) => identifier).sort();
};

describe("what is said of a relation", () => {
  test("is stored, shown on both lists, and a day is its midnight", async () => {
    await create("ada", [guild("maths", { properties: { role: "lead" }, since: "2020-05-01" }), guild("chess")]);
    const group = await read("ada");
    expect(group?.items).toMatchObject([
      { identifier: "chess", details: null, isCurrent: true },
      {
        identifier: "maths",
        details: { properties: { role: "lead" }, since: "2020-05-01T00:00:00.000Z" },
        isCurrent: true,
      },
    ]);
    const page = await listRelations.call(org.as("viewer"), { ...key("ada"), type: "worksIn", direction: "outgoing" });
    expect(page.items.map(({ details }) => details?.properties?.["role"] ?? null)).toEqual([null, "lead"]);
  });

  test("is checked by the relation's definition, in every way of writing, and nothing is written", async () => {
    const before = await stored();
    const wrong = [guild("maths", { properties: { role: "boss", color: 1 } })];
    const fields = [
      { path: "relations.worksIn", message: expect.stringContaining("group:maths: role: Use one of lead, member") },
      { path: "relations.worksIn", message: expect.stringContaining("no property color") },
    ];
    await expect(create("bob", wrong)).rejects.toMatchObject({ code: "invalid", fields });
    const patch = { ...key("ada"), relations: { worksIn: wrong } };
    await expect(updateEntity.call(org.as("member"), patch)).rejects.toMatchObject({ code: "invalid", fields });
    await expect(updateEntities.call(org.as("member"), { edits: [patch] })).rejects.toMatchObject({
      fields: [{ path: "edits.0.relations.worksIn" }, {}],
    });
    await expect(
      updateEntity.call(org.as("member"), {
        ...key("ada"),
        relations: { knows: [{ ...key("eve"), since: "2020-01-01" }] },
      }),
    ).rejects.toMatchObject({
      fields: [{ path: "relations.knows", message: "person:eve: This relation has no dates" }],
    });
    expect(await stored()).toEqual(before);
  });

  test.each([
    ["2020-02-30", undefined, "relations.worksIn.0.since"],
    ["2020-05-01", "2020-05-01", "relations.worksIn.0.until"],
    ["yesterday", undefined, "relations.worksIn.0.since"],
  ])("names the place of dates that make no sense: %s to %s", async (since, until, path) => {
    const bad = create("bad", [guild("maths", { since, until })]);
    await expect(bad).rejects.toMatchObject({ code: "invalid", fields: [expect.objectContaining({ path })] });
  });

  test("stands in the history, also when only it changed; the same again is no version", async () => {
    await create("eve", [guild("maths"), guild("chess")]);
    const change = (ends: ReturnType<typeof guild>[]) =>
      updateEntity.call(org.as("member"), { ...key("eve"), relations: { worksIn: ends } });
    const ends = [guild("maths", { properties: { role: "lead" }, until: "2030-01-01" }), guild("music")];
    expect(await change(ends)).toMatchObject({ isChanged: true, version: 2 });
    expect(await change(ends)).toMatchObject({ isChanged: false, version: 2 });
    const { items } = await listVersions.call(org.as("viewer"), key("eve"));
    expect(items[0]?.changes).toEqual([
      { path: "relations.worksIn", before: "group:chess", after: null },
      { path: "relations.worksIn", before: "group:maths", after: "group:maths (role: lead, until 2030-01-01)" },
      { path: "relations.worksIn", before: null, after: "group:music" },
    ]);
  });

  test("comes in through an import, repeats without a write, and goes when the source no longer says it", async () => {
    const send = (said: object) =>
      importEntities.call(org.as("member"), {
        source: { name: "s", location: "s" },
        entities: [
          testEntity("api", { relations: [{ type: "uses", blueprint: "component", identifier: "lib", ...said }] }),
        ],
      });
    const said = { properties: { version: "1.2" }, since: "2024-01-01T00:00:00+02:00" };
    expect(await send(said)).toMatchObject({ created: 1 });
    expect(await send(said)).toMatchObject({ unchanged: 1 });
    const details = async () =>
      (await getEntity.call(org.as("viewer"), { blueprint: "component", identifier: "api" })).relations[0]?.items[0]
        ?.details;
    expect(await details()).toEqual({ properties: { version: "1.2" }, since: "2023-12-31T22:00:00.000Z" });
    expect(await send({})).toMatchObject({ changed: 1 });
    expect(await details()).toBeNull();
  });

  test("is one word with its relation when two sources speak", async () => {
    const source = (name: string, said: object) =>
      importEntities.call(org.as("member"), {
        source: { name, location: name },
        entities: [
          testEntity("both", { relations: [{ type: "uses", blueprint: "component", identifier: "lib", ...said }] }),
        ],
      });
    await source("one", { properties: { version: "1" } });
    await source("two", { properties: { version: "2" }, until: "2100-01-01" });
    const { relations } = await getEntity.call(org.as("viewer"), { blueprint: "component", identifier: "both" });
    expect(relations[0]?.items).toMatchObject([
      { details: { properties: { version: "2" }, until: expect.any(String) } },
    ]);
  });
});

describe("a relation that ended or has not begun", () => {
  beforeAll(async () => {
    await create("now", [guild("rowing", { since: "2001-01-01", until: "2999-01-01", properties: { role: "lead" } })]);
    await create("past", [guild("rowing", { until: "2001-01-01" }), guild("sailing")]);
    await create("future", [guild("rowing", { since: "2999-01-01" })]);
    await create("plain", [guild("rowing")]);
  });

  test("is kept and shown after the others, and does not count in queries or the graph", async () => {
    expect((await read("past"))?.items.map(({ identifier, isCurrent }) => [identifier, isCurrent])).toEqual([
      ["sailing", true],
      ["rowing", false],
    ]);
    const graph = await getGraph.call(org.as("viewer"), { ...key("past"), depth: 1 });
    expect(graph.nodes.map(({ identifier }) => identifier).sort()).toEqual(["past", "sailing"]);
    expect(await matching("count(worksIn) = 0 and identifier in ['now', 'past', 'future', 'plain']")).toEqual([
      "future",
    ]);
    expect(await matching('entity.destinations("worksIn").any((g) => g.tag = "rowing")')).toEqual(["now", "plain"]);
  });

  test("does not count for what nothing points at, in a total as in a list", async () => {
    await storeEntities(
      org,
      ["fencing", "judo", "golf"].map((name) => testEntity(name, { blueprint: "group" })),
    );
    await create("ends", [
      guild("fencing", { until: "2001-01-01" }),
      guild("judo", { until: "2999-01-01" }),
      guild("golf"),
    ]);
    const input = {
      blueprint: "group",
      query: "count(incoming worksIn) = 0 and identifier in ['fencing', 'judo', 'golf']",
    };
    const found = await listEntities.call(org.as("viewer"), input);
    expect([found.total, found.items.map(({ identifier }) => identifier)]).toEqual([1, ["fencing"]]);
  });

  test("is found when it is asked for, with what is said of it", async () => {
    const all = 'entity.destinations("worksIn", includeEnded = true)';
    expect(await matching(`${all}.any((g) => g.tag = "rowing")`)).toEqual(["future", "now", "past", "plain"]);
    expect(await matching(`${all}.any((g) => g.tag = "rowing" and g.until < "2026-01-01")`)).toEqual(["past"]);
    expect(
      await matching('entity.destinations("worksIn").any((g) => g.properties.role = "lead" and g.tag = "rowing")'),
    ).toEqual(["now"]);
  });
});

test("a definition that narrows what is said of a relation says first what does not fit", async () => {
  const narrowed = [
    { ...definition.relations[0], hasDates: true, properties: [{ ...role, options: [{ value: "member" }] }] },
  ];
  const { misfits } = await previewChange.call(org.as("admin"), {
    identifier: "person",
    definition: { relations: [...narrowed, definition.relations[1]] },
  } as never);
  expect(misfits).toMatchObject([{ path: "relations.worksIn.role", problem: "relation", count: 3 }]);
});

test("another organization sees nothing of it", async () => {
  const other = await testOrg();
  await expect(getEntity.call(other.as("viewer"), key("ada"))).rejects.toMatchObject({ code: "not_found" });
});
