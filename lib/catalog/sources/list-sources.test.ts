import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { upsertEntities } from "#lib/catalog/entities/imports/upsert-entities.ts";
import type { EntitySource } from "#lib/catalog/entities/schema.ts";
import { listSources } from "#lib/catalog/sources/list-sources.ts";
import { testEntity } from "#lib/catalog/testing.ts";

beforeAll(testDatabase);
afterAll(closeTestDatabase);

async function store(org: Awaited<ReturnType<typeof testOrg>>, source: EntitySource, names: string[]) {
  await tenantTransaction({ orgId: org.id }, (tx) =>
    upsertEntities(
      { ctx: org.as("member"), tx, emit: async () => {} },
      { source, entities: names.map((name) => testEntity(name)) },
    ),
  );
}

test("sources come the last imported first, with how many entities each described last", async () => {
  const org = await testOrg();
  const before = await listSources.call(org.as("viewer"), {});
  const git = { kind: "git", name: "harbour/catalog", location: "https://git.example.com/catalog.git" } as const;
  await store(org, { ...git, revision: "4be21d9" }, ["tides", "berths"]);
  await store(org, { kind: "paste", name: "Pasted text", location: "pasted.yaml" }, ["locks"]);
  const { items, total } = await listSources.call(org.as("viewer"), {});
  expect(total).toBe(before.total + 2);
  expect(items.slice(0, 2)).toEqual([
    expect.objectContaining({ kind: "paste", name: "Pasted text", revision: null, entityCount: 1 }),
    expect.objectContaining({ ...git, revision: "4be21d9", entityCount: 2 }),
  ]);
  expect(new Date(items[0]?.lastImportedAt ?? "").getTime()).toBeGreaterThan(Date.now() - 60_000);

  // Imported again it comes first, and an entity counts where it was described last.
  await store(org, git, ["locks"]);
  const again = await listSources.call(org.as("viewer"), { limit: "1" });
  expect(again.items).toEqual([expect.objectContaining({ name: "harbour/catalog", revision: null })]);
  const second = await listSources.call(org.as("viewer"), { limit: 1, page: 2 });
  expect(second.items.map(({ name }) => name)).toEqual(["Pasted text"]);
});

test("another organization sees none of them, and a page that cannot be is named", async () => {
  const [org, other] = [await testOrg(), await testOrg()];
  await store(org, { kind: "paste", name: "Secret source", location: "secret.yaml" }, ["tides"]);
  const names = (await listSources.call(other.as("admin"), {})).items.map(({ name }) => name);
  expect(names).not.toContain("Secret source");
  await expect(listSources.call(org.as("viewer"), { page: 0 })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "page" }],
  });
});

test("who has no role that may read sources is refused", async () => {
  const org = await testOrg();
  const nobody = { ...org.as("viewer"), can: () => false };
  await expect(listSources.call(nobody, {})).rejects.toMatchObject({ code: "forbidden" });
});
