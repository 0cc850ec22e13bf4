import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { updateBlueprint } from "#lib/catalog/blueprints/update-blueprint.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

beforeAll(async () => {
  await testDatabase();
});
afterAll(closeTestDatabase);

test("what was kept is not asked about again, until its rule changes", async () => {
  const org = await testOrg();
  const gadget = { identifier: "gadget", title: "Gadget", pluralTitle: "Gadgets" };
  const tier = { identifier: "tier", title: "Tier" };
  const text = { properties: [{ ...tier, type: "string" as const }] };
  await createBlueprint.call(org.as("admin"), { ...gadget, definition: text });
  await storeEntities(org, [testEntity("g", { blueprint: "gadget", properties: { tier: "high" } })]);
  const save = (definition: object, parts: object = {}) =>
    updateBlueprint.call(org.as("admin"), { ...gadget, definition, ...parts });
  const keep = { resolutions: [{ path: "properties.tier", otherwise: "keep" as const }] };

  const bounded = { ...tier, type: "number" as const, options: [{ value: 1, title: "One" }], maximum: 5, minimum: 0 };
  await save({ properties: [bounded] }, keep);
  await save({ properties: [bounded] }, { title: "Renamed" });

  const other = { identifier: "other", title: "Other", type: "string" as const };
  await save({ properties: [other] }, keep);
  await save({ properties: [other] }, { title: "Renamed again" });

  await expect(save({ properties: [other, { ...bounded, maximum: 4 }] })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "properties.tier" }],
  });
});
