import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { settings } from "#lib/kernel/env.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { keyRing } from "#lib/kernel/secrets/key-ring.ts";
import { operations } from "#lib/operations.ts";
import { rotateEverything } from "#lib/secrets/keys/rotate-everything.ts";
import { rotateKeys } from "#lib/secrets/keys/rotate-keys.ts";
import { createSecret } from "#lib/secrets/stored/create-secret.ts";
import { deleteSecret } from "#lib/secrets/stored/delete-secret.ts";
import { listSecrets } from "#lib/secrets/stored/list-secrets.ts";
import { replaceSecret } from "#lib/secrets/stored/replace-secret.ts";
import { takeSecret } from "#lib/secrets/stored/take-secret.ts";

let database: TestDatabase;
let org: TestOrg;
let other: TestOrg;
const directory = mkdtempSync(join(tmpdir(), "key-ring-"));
beforeAll(async () => {
  database = await testDatabase();
  [org, other] = [await testOrg(), await testOrg()];
});
beforeEach(() => {
  settings().CAUSEWAY_SECRET ??= "a secret of tests that is long enough";
  settings().CAUSEWAY_KEY_RING = join(directory, "key-ring");
});
afterAll(async () => {
  await closeTestDatabase();
  rmSync(directory, { recursive: true, force: true });
});

const origin = "https://ci.example.com";
const canary = () => `canary-${randomUUID()}`;
const make = (value: string, of = org) =>
  createSecret.call(of.as("admin"), { name: `CI ${randomUUID()}`, purpose: "http-header", origin, value });
const read = (id: string, parts: object = {}, of = org) =>
  tenantTransaction({ orgId: of.id }, (tx) => takeSecret(tx, of.id, { id, purpose: "http-header", origin, ...parts }));

test("a value is used where it was stored for, and seen nowhere else", async () => {
  const value = canary();
  const { id } = await make(value);
  expect(await read(id)).toBe(value);
  const [item] = (await listSecrets.call(org.as("admin"), {})).items.filter((secret) => secret.id === id);
  expect(item).toMatchObject({ origin, purpose: "http-header", replacedAt: null, lastUsedAt: expect.any(String) });
  await replaceSecret.call(org.as("admin"), { id, value: `${value}-2` });
  expect(await read(id)).toBe(`${value}-2`);

  // Nothing that is stored or answered has it, in any of its usual spellings.
  const [everything] = await database.owner<{ text: string }[]>`
    select concat((select json_agg(s) from secrets s), (select json_agg(a) from audit_entries a), (select json_agg(o) from outbox_events o)) as text`;
  const queries = operations.filter(({ kind, name }) => kind === "query" && /^(secret|audit|webhook)\./.test(name));
  const answers = await Promise.all(queries.map((operation) => operation.call(org.as("admin"), {}).catch(String)));
  const seen = `${everything?.text} ${JSON.stringify(answers)}`;
  const bytes = Buffer.from(value);
  const spellings = [
    value,
    bytes.toString("base64").slice(0, 40),
    bytes.toString("hex"),
    encodeURIComponent(value),
    [...value].reverse().join(""),
  ];
  expect(spellings.filter((spelling) => seen.includes(spelling))).toEqual([]);
  expect(everything?.text).toContain(id);
  const audited = await database.owner<{ operation: string }[]>`
    select operation from audit_entries where subject_id = ${id} order by id`;
  expect(audited.map(({ operation }) => operation)).toEqual(["secret.create", "secret.replace"]);
});

test("a value goes to the origin that it is bound to and to no other; another one needs the value again", async () => {
  const value = canary();
  const { id } = await make(value);
  for (const wrong of ["https://evil.example", "http://ci.example.com", "https://ci.example.com:8443", null, ""]) {
    const error = await read(id, { origin: wrong }).catch((thrown: unknown) => thrown);
    expect(error, String(wrong)).toMatchObject({ code: "conflict" });
    expect(error instanceof AppError ? error.message : "").not.toContain(value);
  }
  await expect(read(id, { purpose: "git" })).rejects.toMatchObject({ code: "not_found" });
  const moved = "https://new.example.com";
  const withoutValue = { id, origin: moved } as Parameters<typeof replaceSecret.call>[1];
  await expect(replaceSecret.call(org.as("admin"), withoutValue)).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "value" }],
  });
  await replaceSecret.call(org.as("admin"), { id, origin: moved, value: `${value}-2` });
  await expect(read(id)).rejects.toMatchObject({ code: "conflict" });
  expect(await read(id, { origin: moved })).toBe(`${value}-2`);
});

test("rows swapped between organizations or purposes are refused", async () => {
  const [mine, theirs] = [await make(canary()), await make(canary(), other)];
  await database.owner`
    update secrets s set key_version = t.key_version, wrapped_key = t.wrapped_key, sealed = t.sealed from secrets t where s.id = ${mine.id} and t.id = ${theirs.id}`;
  await expect(read(mine.id)).rejects.toMatchObject({ code: "unavailable" });
  const { id } = await make(canary());
  await database.owner`update secrets set purpose = 'git' where id = ${id}`;
  await expect(read(id, { purpose: "git" })).rejects.toMatchObject({ code: "unavailable" });
});

test("another organization's secret is not there", async () => {
  const { id } = await make(canary());
  const theirs = other.as("admin");
  expect((await listSecrets.call(theirs, {})).items.map((secret) => secret.id)).not.toContain(id);
  for (const attempt of [
    () => replaceSecret.call(theirs, { id, value: "x" }),
    () => deleteSecret.call(theirs, { id }),
    () => read(id, {}, other),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
});

test("only an admin may, and bad input names its field without repeating the value", async () => {
  const input = { name: "x", purpose: "git" as const, origin, value: "x" };
  for (const role of ["viewer", "member"] as const) {
    await expect(createSecret.call(org.as(role), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listSecrets.call(org.as(role), {})).rejects.toMatchObject({ code: "forbidden" });
    const id = randomUUID();
    await expect(replaceSecret.call(org.as(role), { id, value: "x" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteSecret.call(org.as(role), { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(rotateKeys.call(org.as(role), {})).rejects.toMatchObject({ code: "forbidden" });
  }
  const wrong: [string, object][] = [
    ["name", { name: " " }],
    ["purpose", { purpose: "webhook-signing" }],
    ["origin", { origin: "https://ci.example.com/path" }],
    ["origin", { origin: "https://user@ci.example.com" }],
    ["origin", { origin: "ftp://ci.example.com" }],
    ["value", { value: "" }],
    ["value", { value: `canary\0` }],
  ];
  for (const [path, parts] of wrong) {
    const error = await createSecret.call(org.as("admin"), { ...input, ...parts }).catch((thrown: unknown) => thrown);
    expect(error, path).toMatchObject({ code: "invalid", fields: [{ path }] });
    expect(JSON.stringify(error)).not.toContain("canary");
  }
});

test("deleting says what was deleted, once", async () => {
  const { id } = await make(canary());
  await deleteSecret.call(org.as("admin"), { id });
  await expect(deleteSecret.call(org.as("admin"), { id })).rejects.toMatchObject({ code: "not_found" });
  const audited =
    await database.owner`select 1 from audit_entries where subject_id = ${id} and operation = 'secret.delete'`;
  expect(audited).toHaveLength(1);
});

test("a rotation that is cut off goes on without another key; afterwards the old keys are not needed", async () => {
  const values = new Map<string, { value: string; of: TestOrg }>();
  for (let index = 0; index < 30; index++) {
    const of = index % 2 === 0 ? org : other;
    const value = canary();
    values.set((await make(value, of)).id, { value, of });
  }
  const readAll = () => Promise.all([...values].map(async ([id, { value, of }]) => (await read(id, {}, of)) === value));
  await database.owner`delete from secrets where not id = any(${[...values.keys()]})`;
  const silent = { say: () => undefined };
  const before = await rotateEverything({ ...silent, removesOld: false });
  expect(before).toEqual({ newest: 1, rotated: 30 });

  // Cut off after the first organization: the new key is there, the other one's secrets are not under it.
  const stop = new Error("killed");
  const lines: string[] = [];
  const say = (line: string) => {
    lines.push(line);
    if (line.startsWith("Key 2")) throw stop;
  };
  await expect(rotateEverything({ removesOld: false, say })).rejects.toBe(stop);
  await rotateKeys.call(org.as("admin"), {});
  expect(await readAll()).toEqual(Array(30).fill(true));
  await expect(rotateEverything({ ...silent, removesOld: true })).rejects.toThrow(/still under older keys/);
  expect(await rotateEverything({ ...silent, removesOld: false })).toEqual({ newest: 2, rotated: 15 });

  await rotateEverything({ ...silent, removesOld: true });
  expect(readFileSync(join(directory, "key-ring"), "utf8").match(/^\d+ /gm)).toEqual(["2 "]);
  // Not even the derived key is needed any more.
  expect([...keyRing().keys.keys()]).toEqual([0, 2]);
  settings().CAUSEWAY_SECRET = "another secret, of the same installation";
  expect(await readAll()).toEqual(Array(30).fill(true));
  const [left] = await database.owner`select count(*)::int as count from secrets where key_version <> 2`;
  expect(left?.["count"]).toBe(0);
});
