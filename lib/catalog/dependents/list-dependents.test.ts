import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { listDependents } from "#lib/catalog/dependents/list-dependents.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let org: TestOrg;
const to = (type: string, identifier: string, blueprint = "component") => ({ type, blueprint, identifier });
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  await storeEntities(org, [
    testEntity("payments", { blueprint: "group", title: "Payments" }),
    testEntity("core", { relations: [to("providesApi", "core-api", "api"), to("dependsOn", "loop")] }),
    testEntity("core-api", { blueprint: "api", ownerRef: "group:payments" }),
    testEntity("user", { ownerRef: "group:payments", relations: [to("consumesApi", "core-api", "api")] }),
    testEntity("near", { ownerRef: "group:payments", relations: [to("dependsOn", "core")] }),
    testEntity("far", { ownerRef: "group:gone", relations: [to("dependsOn", "near")] }),
    testEntity("loop", { relations: [to("dependsOn", "far")] }),
    testEntity("apart", { relations: [to("partOf", "core")] }),
  ]);
});
afterAll(closeTestDatabase);

const of = (identifier: string, from = org) =>
  listDependents.call(from.as("viewer"), { blueprint: "component", identifier });

test("who depends on something is counted through others, over APIs, and by owner; a cycle ends", async () => {
  const { owners, ...counts } = await of("core");
  expect(counts).toEqual({ direct: 2, total: 4, isExact: true });
  expect(owners.map(({ owner, direct, total }) => [owner?.title ?? null, direct, total])).toEqual([
    ["Payments", 2, 2],
    ["gone", 0, 1],
    [null, 0, 1],
  ]);
  expect(await of("apart")).toEqual({ direct: 0, total: 0, isExact: true, owners: [] });
});

test("another organization sees nothing of it, and bad input names its field", async () => {
  const other = await testOrg();
  await expect(of("core", other)).rejects.toMatchObject({ code: "not_found" });
  await expect(of("")).rejects.toMatchObject({ code: "invalid", fields: [{ path: "identifier" }] });
});
