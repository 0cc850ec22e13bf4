import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { create, factory, imported, store, values } from "#lib/catalog/derived/testing.ts";
import { noticeDates } from "#lib/catalog/relations/notice-dates.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const look = (org: TestOrg) =>
  noticeDates.run({ ctx: org.as("admin"), payload: {}, attempt: 1, signal: new AbortController().signal });
const jobs = (org: TestOrg) =>
  database.owner<{ key: string; at: Date }[]>`
    select split_part(j.key, ':', 2) as key, j.run_at as at from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'relation.notice-dates' and j.payload ->> 'orgId' = ${org.id} order by j.key`;
const announced = async (org: TestOrg) =>
  (await database.owner`select 1 from outbox_events where org_id = ${org.id} and topic = 'entity.changed'`).length;
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const inHub = (dates: object) => [{ type: "in", blueprint: "unit", identifier: "hub", ...dates }];
/** As if time had passed: the dates of a part's relation are what they would have been. */
const pass = (org: TestOrg, identifier: string, column: "since" | "until") =>
  database.owner`
    update relations r set ${database.owner(column)} = now() - interval '1 second' from entities e
    where r.org_id = ${org.id} and e.org_id = r.org_id and e.id = r.from_id and e.identifier = ${identifier}`;

test("a relation that ends or begins is noticed on its date, without a change near it, and the next date is waited for", async () => {
  const org = await factory();
  await create(org, "unit", "hub", { title: "Hub" });
  const properties = { cost: 5, taxRate: 0 };
  expect(await jobs(org)).toEqual([]);
  await store(org, [
    imported("part", "stays", { properties, relations: inHub({}) }),
    imported("part", "ends", { properties, relations: inHub({ until: later(2) }) }),
    imported("part", "comes", { properties, relations: inHub({ since: later(3) }) }),
  ]);
  expect(await values(org, "unit", "hub")).toMatchObject({ parts: 2, total: 10 });
  expect(await values(org, "part", "comes")).toMatchObject({ unitTitle: null });
  // The look that the dates asked for finds nothing yet, and waits for the first of them.
  expect((await jobs(org)).map(({ key }) => key)).toEqual(["relation.notice-dates"]);
  await look(org);
  const [, next] = await jobs(org);
  expect(next?.key).toBe("relation.notice-dates next");
  expect(Math.abs((next?.at.getTime() ?? 0) - Date.parse(later(2)))).toBeLessThan(60_000);

  await pass(org, "ends", "until");
  await look(org);
  expect(await values(org, "unit", "hub")).toMatchObject({ parts: 1, total: 5 });
  expect(await values(org, "part", "ends")).toMatchObject({ unitTitle: null, unitTotal: null });
  await pass(org, "comes", "since");
  await look(org);
  expect(await values(org, "unit", "hub")).toMatchObject({ parts: 2, total: 10 });
  expect(await values(org, "part", "comes")).toMatchObject({ unitTitle: "Hub" });
}, 60_000);

test("what was noticed long ago is not announced again, and other organizations hear nothing", async () => {
  const [org, other] = [await factory(), await testOrg()];
  await create(org, "unit", "hub");
  await store(org, [imported("part", "a", { relations: inHub({ until: later(1) }) })]);
  await pass(org, "a", "until");
  await look(org);
  await database.owner`update relations set until = now() - interval '1 day' where org_id = ${org.id} and until is not null`;
  const before = await announced(org);
  await look(org);
  expect(await announced(org)).toBe(before);
  await look(other);
  expect(await announced(other)).toBe(0);
  expect(await jobs(other)).toEqual([]);
}, 60_000);
