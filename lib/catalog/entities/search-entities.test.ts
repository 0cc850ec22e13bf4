import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { searchEntities } from "#lib/catalog/entities/search-entities.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  await storeEntities(org, [
    testEntity("pay"),
    testEntity("payments-api"),
    testEntity("card-payments"),
    testEntity("repayments"),
    testEntity("ledger", { description: "Books payments" }),
    testEntity("100%_sure"),
  ]);
});
afterAll(closeTestDatabase);

async function search(text: string, who = org) {
  const { items, isLikeness } = await searchEntities.call(who.as("viewer"), { text });
  return { names: items.map((item) => item.identifier), isLikeness };
}

test("the whole name comes first, then beginnings, words, parts, and mentions", async () => {
  expect((await search("pay")).names).toEqual(["pay", "payments-api", "card-payments", "repayments", "ledger"]);
  expect((await search("Payments API")).names).toEqual(["payments-api"]);
});

test("a misspelled word finds the nearest names, and says so", async () => {
  expect(await search("paymets-api")).toMatchObject({ isLikeness: true });
  expect((await search("paymets-api")).names[0]).toBe("payments-api");
  expect(await search("zzzzqqq")).toEqual({ names: [], isLikeness: false });
});

test("signs that mean something in a pattern mean themselves", async () => {
  expect((await search("%_")).names).toEqual(["100%_sure"]);
  expect((await search("'; drop table entities")).names).toEqual([]);
});

test("another organization finds nothing, empty text is refused", async () => {
  expect((await search("payments", await testOrg())).names).toEqual([]);
  await expect(searchEntities.call(org.as("viewer"), { text: " " })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "text" }],
  });
});
