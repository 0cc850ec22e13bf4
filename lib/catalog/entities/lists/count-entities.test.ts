import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { countEntities } from "#lib/catalog/entities/lists/count-entities.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const names = Array.from({ length: 12 }, (_, number) => `thing-${number}`);
const entity = fc.record({
  identifier: fc.constantFrom(...names),
  blueprint: fc.constantFrom("component", "resource"),
  type: fc.constantFrom(null, "service", "library"),
  lifecycle: fc.constantFrom(null, "production"),
  ownerRef: fc.constantFrom(null, "group:a", "group:b"),
  tags: fc.array(fc.constantFrom("go", "rust", "go"), { maxLength: 3 }),
});
const write = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("import" as const),
      entities: fc.array(entity, { minLength: 1, maxLength: 8 }),
    }),
  },
  fc.record({
    kind: fc.constantFrom("archive" as const, "restore" as const, "delete" as const),
    names: fc.subarray(names),
  }),
  fc.record({ kind: fc.constant("abandon" as const), names: fc.subarray(names) }),
);
type Write = typeof write extends fc.Arbitrary<infer T> ? T : never;

test("what is kept equals what there is, whoever writes at the same time, archives, deletes or gives up", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(write, { maxLength: 5 }), { minLength: 1, maxLength: 4 }), async (writers) => {
      const org = await testOrg();
      await Promise.all(
        writers.map(async (writes) => {
          for (const one of writes) await apply(org, one);
        }),
      );
      expect(await kept(org)).toEqual(await real(org));
      expect(await listed(org)).toEqual(await present(org));
    }),
    { numRuns: 25 },
  );
}, 120_000);

async function apply(org: TestOrg, { kind, ...write }: Write): Promise<void> {
  if ("entities" in write) {
    const one = new Map(write.entities.map((item) => [`${item.blueprint}:${item.identifier}`, item]));
    // In one order: two writers who lock the same entities in opposite orders would be a deadlock of entities, not of counts.
    const sorted = [...one.values()].sort((a, b) =>
      `${a.blueprint}${a.identifier}` < `${b.blueprint}${b.identifier}` ? -1 : 1,
    );
    await storeEntities(
      org,
      sorted.map((item): ImportedEntity => testEntity(item.identifier, item)),
    );
    return;
  }
  const statement = {
    archive: "update entities set is_archived = true where id = any($1)",
    restore: "update entities set is_archived = false where id = any($1)",
    delete: "delete from entities where id = any($1)",
    abandon: "delete from entities where id = any($1)",
  }[kind as "archive"];
  await database.owner
    .begin(async (tx) => {
      const rows =
        await tx`select id from entities where org_id = ${org.id} and identifier = any(${write.names}) order by blueprint, identifier for update`;
      await tx.unsafe(statement, [rows.map((row) => row["id"])]);
      if (kind === "abandon") throw new GivenUp();
    })
    .catch((error: unknown) => {
      if (!(error instanceof GivenUp)) throw error;
    });
}

class GivenUp extends Error {}

const kept = (org: TestOrg) => database.owner`
  select blueprint, facet, value, sum(count)::integer as count from entity_counts where org_id = ${org.id}
  group by 1, 2, 3 having sum(count) <> 0 order by 1, 2, 3`;

const listed = (org: TestOrg) => database.owner`select * from listed_entities where org_id = ${org.id} order by id`;

const present = (org: TestOrg) => database.owner`
  select org_id, blueprint, id, type, lifecycle, owner_ref, tags, search_text from entities where org_id = ${org.id} and not is_archived order by id`;

const real = (org: TestOrg) => database.owner`
  with present as (select * from entities where org_id = ${org.id} and not is_archived)
  select blueprint, facet, value, count(*)::integer as count from (
    select blueprint, 'all' as facet, '' as value from present
    union all select blueprint, 'type', type from present where type is not null
    union all select blueprint, 'lifecycle', lifecycle from present where lifecycle is not null
    union all select blueprint, 'owner', coalesce(owner_ref, 'none') from present
    union all select blueprint, 'tag', t.tag from present, lateral (select distinct unnest(tags) as tag) as t) as f
  group by 1, 2, 3 order by 1, 2, 3`;

test("two imports of an organization do not wait for each other's counts", async () => {
  const org = await testOrg();
  await storeEntities(org, [testEntity("first", { type: "service" })]);
  // The first transaction stays open, with the counts it changed, until the second has committed.
  await tenantTransaction({ orgId: org.id }, async (tx) => {
    await tx.execute(`insert into entities (org_id, blueprint, identifier, title, type, content_hash, search_text)
      values ('${org.id}', 'component', 'second', 'second', 'service', '', '')`);
    await storeEntities(org, [testEntity("third", { type: "service" })]);
  });
  expect(await kept(org)).toEqual(await real(org));
  const { total } = await countEntities.call(org.as("viewer"), { type: "service" });
  expect(total).toBe(3);
});

test("counts of a filter are the same whether they are kept or counted, and nobody else's", async () => {
  const org = await testOrg();
  const mine = [
    testEntity("api", { type: "service", ownerRef: "group:a", tags: ["go", "pci"] }),
    testEntity("web", {
      type: "website",
      ownerRef: "group:a",
      tags: ["go"],
      relations: [{ type: "dependsOn", blueprint: "component", identifier: "api" }],
    }),
    testEntity("batch", { type: "service", tags: [] }),
    testEntity("store", { blueprint: "resource", type: "database", ownerRef: "group:a" }),
  ];
  for (const owner of [org, await testOrg()]) await storeEntities(owner, mine);
  for (const filter of [
    {},
    { blueprint: "component" },
    { type: "service" },
    { owner: ["group:a", "none"], blueprint: "component" },
    { tag: "go" },
    { tag: ["go", "pci"] },
    { type: "service", owner: "none" },
    // What many have is counted in narrow rows, what few have by an index.
    { text: "a" },
    { text: "web" },
    { blueprint: "component", text: "a", type: "service" },
    { query: 'count(incoming dependsOn) = 0 and blueprint = "component"' },
    { blueprint: "component", query: "count(incoming dependsOn) > 0" },
    { blueprint: "component", query: 'not (tags contains "go") or count(dependsOn) > 0', lifecycle: "none" },
  ]) {
    const exact = await countEntities.call(org.as("viewer"), filter);
    // A condition that holds for everything: then nothing that is kept answers.
    const query = [...("query" in filter ? [`(${filter.query})`] : []), 'identifier != ""'].join(" and ");
    const counted = await countEntities.call(org.as("viewer"), { ...filter, query });
    expect(counted, JSON.stringify(filter)).toEqual(exact);
    const list = await listEntities.call(org.as("viewer"), filter);
    expect({ total: list.total, facets: list.facets }).toEqual(exact);
    expect(list.items).toHaveLength(exact.total);
  }
  const outsider = await testOrg();
  expect(await countEntities.call(outsider.as("viewer"), {})).toMatchObject({ total: 0 });
});

test("a query that cannot be read is refused at its field", async () => {
  const org = await testOrg();
  await expect(countEntities.call(org.as("viewer"), { query: "owner = " })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "query" }],
  });
});

test("beyond the limit a page says that there are more, and the exact count follows", async () => {
  const org = await testOrg();
  await database.owner`
    insert into blueprints (org_id, identifier, title, plural_title) values (${org.id}, 'component', 'Component', 'Components')
    on conflict do nothing`;
  await database.owner`
    insert into entities (org_id, blueprint, identifier, title, type, lifecycle, content_hash, search_text)
    select ${org.id}, 'component', 'many-' || n, 'Many ' || n, 'service', 'production', '', 'many ' || n from generate_series(1, 10050) n`;
  const all = await listEntities.call(org.as("viewer"), { blueprint: "component", limit: 1 });
  expect([all.total, all.isTotalExact, all.inexactFacets]).toEqual([10_050, true, []]);
  const narrowed = await listEntities.call(org.as("viewer"), { blueprint: "component", text: "many", limit: 1 });
  expect([narrowed.total, narrowed.isTotalExact]).toEqual([10_000, false]);
  expect(narrowed.inexactFacets).toEqual(["type", "lifecycle", "owner"]);
  const exact = await countEntities.call(org.as("viewer"), { blueprint: "component", text: "many" });
  expect([exact.total, exact.facets.type[0]?.count]).toEqual([10_050, 10_050]);
});
