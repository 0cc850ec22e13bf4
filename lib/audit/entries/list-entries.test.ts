import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { checkChain } from "#lib/audit/chain/check-chain.ts";
import { readExportedChain } from "#lib/audit/chain/exported-chain.ts";
import { listEntries } from "#lib/audit/entries/list-entries.ts";
import { startExport } from "#lib/audit/exports/start-export.ts";
import { writeChainExport, writeExport } from "#lib/audit/exports/write-export.ts";

let org: TestOrg;
let other: TestOrg;
beforeAll(async () => {
  const database = await testDatabase();
  [org, other] = [await testOrg(), await testOrg()];
  for (let index = 0; index < 3; index++)
    await startExport.call(org.as("admin"), { format: "csv", actor: `=${index}` });
  await database.owner`select seal_audit_entries(1000)`;
  await startExport.call(org.as("admin"), { format: "jsonl" });
});
afterAll(closeTestDatabase);

const list = (filter: Parameters<typeof listEntries.call>[1]) => listEntries.call(org.as("admin"), filter);

test("filters narrow down, pages follow each other, and what waits for its seal is told", async () => {
  const all = await list({});
  expect(all.seal).toMatchObject({ waiting: 1 });
  expect(all.seal.seq).toBe(all.items.length - 1);
  expect(all.items[0]).toMatchObject({ operation: "audit.start-export", seq: null });
  expect(all.operations).toContain("member.add");
  const exports = all.items.filter((entry) => entry.operation === "audit.start-export");
  expect((await list({ operation: "audit.start-export" })).items).toEqual(exports);
  expect((await list({ actor: "ADMIN OF", door: "page" })).items).toEqual(exports);
  expect((await list({ subject: "audit" })).items).toEqual(exports);
  expect((await list({ text: '"=1"' })).items).toHaveLength(1);
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date());
  expect((await list({ from: today, to: today })).items).toEqual(all.items);
  expect((await list({ to: "2020-01-01" })).items).toEqual([]);
  const first = await list({ limit: 2 });
  const second = await list({ limit: 2, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 4));
});

test("only admins read and export, and nobody another organization's", async () => {
  for (const role of ["viewer", "member"] as const) {
    await expect(listEntries.call(org.as(role), {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(startExport.call(org.as(role), { format: "csv" })).rejects.toMatchObject({ code: "forbidden" });
  }
  expect((await listEntries.call(other.as("admin"), { operation: "audit.start-export" })).items).toEqual([]);
  await expect(startExport.call(org.as("admin"), { format: "xml" as "csv", from: "yesterday" })).rejects.toMatchObject({
    fields: [{ path: "from" }, { path: "format" }],
  });
});

test("exports hold every entry of the filter, formulas are guarded, and the chain checks out without the database", async () => {
  const textOf = async (pages: AsyncIterable<string>) => {
    let text = "";
    for await (const page of pages) text += page;
    return text;
  };
  const csv = await textOf(writeExport(org.as("admin"), "csv", { operation: "audit.start-export" }));
  expect(csv.trim().split("\r\n")).toHaveLength(5);
  const lines = (await textOf(writeExport(org.as("admin"), "jsonl", {}))).trim().split("\n");
  expect(lines).toHaveLength((await list({})).items.length);

  const chain = (await textOf(writeChainExport(org.as("admin")))).trim().split("\n");
  async function* each() {
    yield* chain;
  }
  const { head, links } = await readExportedChain(each());
  expect(await checkChain(head.org.id, links)).toMatchObject({ count: lines.length - 1, problems: [] });
});
