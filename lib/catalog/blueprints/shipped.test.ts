import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { getBlueprint } from "#lib/catalog/blueprints/get-blueprint.ts";
import { getShipped } from "#lib/catalog/blueprints/get-shipped.ts";
import { listKinds } from "#lib/catalog/blueprints/list-kinds.ts";
import { shippedBlueprints } from "#lib/catalog/blueprints/shipped-blueprints.ts";
import { updateBlueprint } from "#lib/catalog/blueprints/update-blueprint.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
});
afterAll(closeTestDatabase);

test("a shipped kind is brought back by saving it as it ships, and then follows what ships again", async () => {
  const own = await testOrg();
  const as = own.as("admin");
  const shipped = await getShipped.call(own.as("viewer"), { identifier: "incident" });
  await updateBlueprint.call(as, { ...shipped, title: "Outage" });
  await storeEntities(own, [testEntity("one", { blueprint: "incident" })]);
  await updateBlueprint.call(as, shipped);
  const [row] = await database.owner`
    select definition, version from blueprints where org_id = ${own.id} and identifier = 'incident'`;
  expect(row).toEqual({ definition: null, version: 3 });
  expect(await getBlueprint.call(as, { identifier: "incident" })).toMatchObject({ ...shipped, isChanged: false });
  await expect(getShipped.call(as, { identifier: "gadget" })).rejects.toMatchObject({ code: "not_found" });
});

test("the list says how much each kind describes, and at what it points", async () => {
  const { items } = await listKinds.call(org.as("viewer"), {});
  const shipped = shippedBlueprints.find(({ identifier }) => identifier === "deployment");
  expect(items.find(({ identifier }) => identifier === "deployment")).toMatchObject({
    propertyCount: shipped?.definition.properties.length,
    relationCount: 2,
    pointsAt: ["component", "environment"],
  });
});
