import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { searchEntities } from "#lib/catalog/entities/search/search-entities.ts";
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

test("identifiers, titles, words, parts, likeness and mentions come in this order, whatever the words are in", async () => {
  const ranked = await testOrg();
  await storeEntities(ranked, [
    // Each is one way to be met by “orders”.
    testEntity("mentions", { title: "Zulu", description: "Reads orders from the queue" }),
    testEntity("tagged", { title: "Zeta", tags: ["orders"] }),
    testEntity("preorders", { title: "Preorders" }),
    testEntity("legacy-orders", { title: "Legacy orders" }),
    testEntity("orders-web", { title: "Orders web" }),
    testEntity("x-17", { title: "Orders of the day" }),
    testEntity("orders", { title: "The ledger of what was bought", blueprint: "api" }),
  ]);
  expect((await search("orders", ranked)).names).toEqual([
    "orders",
    "orders-web",
    "x-17",
    "legacy-orders",
    "preorders",
    "tagged",
    "mentions",
  ]);
  // Nobody types capitals, and nobody has to leave them out.
  expect((await search("ORDERS", ranked)).names).toEqual((await search("orders", ranked)).names);
  // Every word must be met, wherever it stands.
  expect((await search("queue zulu", ranked)).names).toEqual(["mentions"]);
  expect((await search("orders nowhere", ranked)).isLikeness).toBe(true);
});

test.each([
  ["a letter too few", "oders-web"],
  ["a letter too many", "orderrs-web"],
  ["two letters turned", "odrers-web"],
  ["another letter", "ordars-web"],
])("a name with %s is found", async (_, typed) => {
  const misspelled = await testOrg();
  await storeEntities(misspelled, [
    testEntity("orders-web", { title: "Orders web" }),
    testEntity("billing", { title: "Billing" }),
    testEntity("search-index", { title: "Search index" }),
  ]);
  expect(await search(typed, misspelled)).toEqual({ names: ["orders-web"], isLikeness: true });
});

test("words that only a mention has are looked for by likeness as well, those of a name are not", async () => {
  const few = await testOrg();
  await storeEntities(few, [
    testEntity("orders-web", { title: "Orders web" }),
    testEntity("ordres", { title: "Ordres" }),
    testEntity("notes", { title: "Notes", description: "Says oders-web where orders-web is meant" }),
  ]);
  expect(await search("oders-web", few)).toEqual({ names: ["notes", "orders-web"], isLikeness: false });
  expect(await search("orders-web", few)).toMatchObject({ names: ["orders-web", "notes"] });
});

test("what somebody owns is found by their name, in the palette and in lists, however they came to own it", async () => {
  const owned = await testOrg();
  await storeEntities(owned, [
    testEntity("payments-team", { blueprint: "group", title: "Payments team" }),
    testEntity("till", { ownerRef: "group:payments-team" }),
    testEntity("scale", { ownerRef: "group:nobody-yet", description: "Sign \u001f within" }),
  ]);
  const listed = async (text: string) =>
    (await listEntities.call(owned.as("viewer"), { text })).items.map((item) => item.identifier);
  expect((await search("payments team", owned)).names).toEqual(["payments-team", "till"]);
  expect(await listed("payments-team")).toEqual(["payments-team", "till"]);
  expect(await listed("nobody-yet within")).toEqual(["scale"]);
  // Another owner takes the place of the first.
  await storeEntities(owned, [testEntity("till", { ownerRef: "group:shops" })]);
  expect(await listed("payments-team")).toEqual(["payments-team"]);
  expect(await listed("shops")).toEqual(["till"]);
});
