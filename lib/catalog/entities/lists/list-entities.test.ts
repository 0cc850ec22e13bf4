import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { archiveEntities } from "#lib/catalog/archive/archive-entities.ts";
import { restoreEntities } from "#lib/catalog/archive/restore-entities.ts";
import { listBlueprints } from "#lib/catalog/blueprints/list-blueprints.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { listGroups } from "#lib/catalog/entities/lists/list-groups.ts";
import { listOptions } from "#lib/catalog/entities/lists/list-options.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  await storeEntities(org, [
    testEntity("payments", { blueprint: "group", title: "Payments" }),
    testEntity("pay-api", {
      ownerRef: "group:payments",
      type: "service",
      lifecycle: "production",
      tags: ["pci", "go"],
      properties: { tier: 1 },
    }),
    testEntity("pay-web", { ownerRef: "group:payments", type: "website", lifecycle: "production", tags: ["go"] }),
    testEntity("labels", {
      ownerRef: "group:gone",
      type: "service",
      lifecycle: "experimental",
      description: "Prints pay slips",
    }),
    testEntity("old-cart", { type: "service", lifecycle: "deprecated", properties: { tier: 3 } }),
  ]);
});
afterAll(closeTestDatabase);

const list = (input: Parameters<typeof listEntities.call>[1]) =>
  listEntities.call(org.as("viewer"), { blueprint: "component", ...input });
const names = async (input: Parameters<typeof listEntities.call>[1]) =>
  (await list(input)).items.map((item) => item.identifier);

test("a list is sorted, names its owners and says which are not in the catalog", async () => {
  const { items, total, isTotalExact } = await list({});
  expect(items.map((item) => item.identifier)).toEqual(["labels", "old-cart", "pay-api", "pay-web"]);
  expect([total, isTotalExact]).toEqual([4, true]);
  expect(items[2]?.owner).toEqual({ blueprint: "group", identifier: "payments", title: "Payments", isDangling: false });
  expect(items[0]?.owner).toMatchObject({ title: "gone", isDangling: true });
  expect(items[1]?.owner).toBeNull();
});

test("every filter narrows, values of one parameter are alternatives", async () => {
  expect(await names({ text: "PAY" })).toEqual(["labels", "pay-api", "pay-web"]);
  expect(await names({ text: "pay slips" })).toEqual(["labels"]);
  expect(await names({ owner: "group:payments" })).toEqual(["pay-api", "pay-web"]);
  expect(await names({ owner: ["none", "group:gone"] })).toEqual(["labels", "old-cart"]);
  expect(await names({ lifecycle: ["deprecated", "experimental"] })).toEqual(["labels", "old-cart"]);
  expect(await names({ tag: "pci" })).toEqual(["pay-api"]);
  expect(await names({ query: "properties.tier <= 2" })).toEqual(["pay-api"]);
  expect(
    await names({ query: 'tags contains "go" or type = "service"', lifecycle: "production", text: "web" }),
  ).toEqual(["pay-web"]);
});

test("facets count under the rest of the filter, so that another choice shows what it would give", async () => {
  const { facets } = await list({ type: "service", lifecycle: "production" });
  expect(facets.type).toEqual([
    { value: "service", label: "service", count: 1 },
    { value: "website", label: "website", count: 1 },
  ]);
  expect(facets.lifecycle.map(({ value, count }) => [value, count])).toEqual([
    ["production", 1],
    ["deprecated", 1],
    ["experimental", 1],
  ]);
  const all = await list({});
  expect(all.facets.owner).toEqual([
    { value: "group:payments", label: "Payments", count: 2 },
    { value: "group:gone", label: "gone", count: 1 },
    { value: "none", label: "No owner", count: 1 },
  ]);
});

test("sorting puts what is missing last in both directions, and pages neither repeat nor skip", async () => {
  expect((await names({ sort: "owner" })).at(-1)).toBe("old-cart");
  expect((await names({ sort: "owner", direction: "descending" })).at(-1)).toBe("old-cart");
});

test("pages neither repeat nor skip, whatever they are sorted by, forwards and backwards", async () => {
  for (const sort of ["title", "owner", "lifecycle", "type", "updatedAt"] as const)
    for (const direction of ["ascending", "descending"] as const) {
      const whole = await names({ sort, direction });
      const seen: string[][] = [];
      let page = await list({ sort, direction, limit: 1 });
      seen.push(page.items.map((item) => item.identifier));
      while (page.nextCursor !== null) {
        page = await list({ sort, direction, limit: 1, cursor: page.nextCursor });
        seen.push(page.items.map((item) => item.identifier));
        expect(page.before).toBe(seen.length - 1);
      }
      expect(seen.flat()).toEqual(whole);
      const back: string[][] = [];
      while (page.previousCursor !== null) {
        page = await list({ sort, direction, limit: 2, cursor: page.previousCursor });
        back.unshift(page.items.map((item) => item.identifier));
      }
      expect(back.flat()).toEqual(whole.slice(0, -1));
      expect(page.before).toBe(0);
    }
});

test("a page goes on where it ended, also when what it ended with is gone or something came before it", async () => {
  const other = await testOrg();
  const three = ["a", "c", "e"].map((name) => testEntity(name));
  await storeEntities(other, three);
  const ask = (input: Parameters<typeof listEntities.call>[1]) => listEntities.call(other.as("viewer"), input);
  const { nextCursor } = await ask({ limit: 2 });
  await storeEntities(other, [testEntity("b"), testEntity("d")]);
  const next = await ask({ limit: 5, ...(nextCursor === null ? {} : { cursor: nextCursor }) });
  expect(next.items.map((item) => item.identifier)).toEqual(["d", "e"]);
});

test("who turns a page is not counted for again, until anything was written or somebody else asks", async () => {
  const { owner } = await testDatabase();
  const turned = { type: "service", query: "count(dependsOn) = 0", limit: 1 };
  const first = await list(turned);
  expect(first.total).toBe(3);
  const second = { ...turned, cursor: first.nextCursor ?? "" };
  // Behind the product's back: only counting would see it.
  const hide = (isHidden: boolean) =>
    owner`update entities set is_archived = ${isHidden} where org_id = ${org.id} and identifier = 'old-cart'`;
  await hide(true);
  const [kept, begun] = [await list(second), await list(turned)];
  expect([kept.total, begun.total]).toEqual([3, 2]);
  expect(kept.facets).toEqual(first.facets);
  await hide(false);
  expect((await list(second)).total).toBe(2);
  const many = { entities: [{ blueprint: "component", identifier: "labels" }], reason: "" };
  await archiveEntities.call(org.as("admin"), many);
  expect((await list(second)).total).toBe(2);
  await restoreEntities.call(org.as("admin"), { entities: many.entities });
  expect((await list(second)).total).toBe(3);
  expect((await listEntities.call((await testOrg()).as("viewer"), turned)).total).toBe(0);
});

test("a query that cannot be read is refused at its place, bad input names its field", async () => {
  await expect(list({ query: "tier = " })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "query" }] });
  await expect(list({ limit: 1001 })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "limit" }] });
  const { nextCursor } = await list({ limit: 1 });
  for (const cursor of ["x", "not a cursor", Buffer.from('["after",1,["a"]]').toString("base64url"), nextCursor ?? ""])
    await expect(list({ cursor, sort: "updatedAt" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "cursor" }],
    });
});

test("the properties and relations that are asked for stand with each entity, and nothing else of them", async () => {
  const own = await testOrg();
  const to = (identifier: string) => ({ type: "dependsOn", blueprint: "component", identifier });
  const ended = { ...to("was"), until: "2020-01-01T00:00:00.000Z" };
  await storeEntities(own, [
    testEntity("shop", {
      properties: { tier: 1, text: "x".repeat(500), list: ["a", "b"], large: { of: "y".repeat(3000) } },
      relations: [...["d", "c", "b", "a"].map(to), ended, { ...to("a"), type: "partOf" }],
    }),
    testEntity("a", { title: "The first" }),
    testEntity("was"),
  ]);
  const rows = async (input: Parameters<typeof listEntities.call>[1], of = own) =>
    (await listEntities.call(of.as("viewer"), { blueprint: "component", ...input })).items;
  const [plain] = await rows({ text: "shop" });
  expect(plain).not.toHaveProperty("properties");
  expect(plain).not.toHaveProperty("relations");
  const asked = { properties: ["tier", "text", "list", "large", "none"], relations: ["dependsOn", "childOf"] };
  const [shop] = await rows({ text: "shop", ...asked });
  expect(shop?.properties).toEqual({
    tier: 1,
    text: `${"x".repeat(300)}…`,
    list: ["a", "b"],
    large: expect.stringMatching(/^\{"of": "y{290,}…$/),
    none: null,
  });
  expect(shop?.relations).toEqual({
    dependsOn: {
      count: 4,
      items: [
        { blueprint: "component", identifier: "a", title: "The first", isDangling: false },
        { blueprint: "component", identifier: "b", title: "b", isDangling: true },
        { blueprint: "component", identifier: "c", title: "c", isDangling: true },
      ],
    },
    childOf: { count: 0, items: [] },
  });
  // The same in groups.
  const { groups } = await listGroups.call(own.as("viewer"), { by: "blueprint", text: "shop", ...asked });
  expect(groups[0]?.items?.[0]).toEqual(shop);
  await expect(rows({ properties: Array.from({ length: 41 }, (_, n) => `p${n}`) })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "properties" }],
  });
  expect(await rows(asked, await testOrg())).toEqual([]);
});

test("another organization sees nothing of it", async () => {
  const other = await testOrg();
  const { items, total, facets } = await listEntities.call(other.as("admin"), {});
  expect([items, total, facets.type]).toEqual([[], 0, []]);
  const { items: kinds } = await listBlueprints.call(other.as("admin"), {});
  expect(kinds.reduce((sum, kind) => sum + kind.entityCount, 0)).toBe(0);
});

test("kinds are counted, and pickers offer entities by name", async () => {
  const { items } = await listBlueprints.call(org.as("viewer"), {});
  expect(items.filter((kind) => kind.entityCount > 0).map((kind) => [kind.pluralTitle, kind.entityCount])).toEqual([
    ["Components", 4],
    ["Teams", 1],
  ]);
  expect(items.find(({ identifier }) => identifier === "group")?.columns).toContain("relations.childOf");
  const offered = async (input: Parameters<typeof listOptions.call>[1]) =>
    (await listOptions.call(org.as("viewer"), input)).items.map((item) => item.value);
  expect(await offered({ blueprint: "group" })).toEqual(["group:payments"]);
  expect(await offered({ blueprint: ["component", "group"], text: "pay" })).toEqual([
    "component:pay-api",
    "component:pay-web",
    "group:payments",
    "component:labels",
  ]);
  expect(await offered({ blueprint: ["component", "group"] })).toHaveLength(5);
});
