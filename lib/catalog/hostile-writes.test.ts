import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Transaction } from "#db/client.ts";
import { closeTestDatabase, isLongRun, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { archiveEntity } from "#lib/catalog/archive/archive-entity.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { updateEntity } from "#lib/catalog/entities/edits/update-entity.ts";
import { catalogOperations } from "#lib/catalog/operations.ts";
import { listSources } from "#lib/catalog/sources/list-sources.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";
import { createView } from "#lib/catalog/views/create-view.ts";
import { deleteView } from "#lib/catalog/views/delete-view.ts";
import { createTeam } from "#lib/identity/teams/create-team.ts";
import { asAppError } from "#lib/kernel/errors.ts";
import type { Operation } from "#lib/kernel/operation.ts";

let database: TestDatabase;
let org: TestOrg;
let viewId = "";
let teamId = "";
let sourceId = "";
const tier = { identifier: "tier", title: "Tier", type: "number" as const };
const definition = {
  properties: [tier],
  relations: [{ identifier: "partOf", title: "Part of", isMany: true, hasDates: true, properties: [tier] }],
};
const kind = { title: "Gadget", pluralTitle: "Gadgets", definition };
const end = {
  blueprint: "system",
  identifier: "shop",
  properties: { tier: 1 },
  since: "2020-01-01",
  until: "2030-01-01",
};
const fields = { title: "One", tags: ["a"], labels: { a: "1" }, properties: { tier: 1 }, relations: { partOf: [end] } };
const one = { blueprint: "gadget", identifier: "one" };

beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
  await createBlueprint.call(org.as("admin"), { identifier: "gadget", ...kind });
  await storeEntities(org, [
    testEntity("one", { blueprint: "gadget", properties: { tier: 2 } }),
    testEntity("payments", { blueprint: "group" }),
  ]);
  const sources = await listSources.call(org.as("admin"), {});
  sourceId = sources.items[0]?.id ?? "";
  teamId = (await createTeam.call(org.as("admin"), { name: "Payments", description: "" })).id;
  await createBlueprint.call(org.as("admin"), { identifier: "spare", ...kind });
  viewId = (await createView.call(org.as("admin"), { name: "Kept", audience: "mine", state: {} })).id;
});
afterAll(closeTestDatabase);

/** Texts and values that something has tripped over at some time. */
const corpus: unknown[] = [
  ...[null, true, -0, -1, 1e308, Number.POSITIVE_INFINITY, Number.NaN, 2 ** 53, "", " ", [], {}],
  ...["\u0000", "a\u0000b", "\ud800", "\udfff\ud800", "\ufffe", "\u202etxt.exe", "a\u200db", "e\u0301".repeat(2000)],
  ...[
    "x".repeat(70_000),
    "'; drop table entities; --",
    "../../etc/passwd",
    "__proto__",
    "constructor",
    "javascript:alert(1)",
  ],
  ...["=1+1", "{{7*7}}", "${7*7}", "(".repeat(5000), '"'.repeat(64 * 1024), "a".repeat(64 * 1024 + 1)],
  JSON.parse('{"__proto__": {"polluted": true}}'),
  JSON.parse('{"constructor": {"prototype": {"polluted": true}}}'),
  nested(500),
  nested(20_000),
  Array.from({ length: 10_000 }, (_, at) => `tag-${at}`),
  ["a\u0000", "\ud800"],
  { "a\u0000b": 1 },
  { "\ud800": "\udfff" },
];

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** A request that each door lets through. A new door without one fails the first test. */
const doors: Record<string, () => Record<string, unknown>> = {
  "blueprint.create": () => ({ identifier: `kind-${randomUUID().slice(0, 8)}`, ...kind }),
  "blueprint.update": () => ({ identifier: "gadget", expectedVersion: 1, ...kind }),
  "blueprint.preview-change": () => ({ identifier: "gadget", definition }),
  "blueprint.delete": () => ({ identifier: "spare" }),
  "entity.import": () => ({ source: { name: "s", location: "s" }, entities: [importedEntity()] }),
  "entity.create": () => ({ blueprint: "gadget", identifier: randomUUID(), ...fields }),
  "entity.update": () => ({ ...one, ...fields }),
  "entity.update-many": () => ({ edits: [{ ...one, ...fields }] }),
  "entity.drop-override": () => ({ ...one, field: "title" }),
  "entity.archive": () => ({ ...one }),
  "entity.restore": () => ({ ...one }),
  "entity.delete": () => ({ ...one }),
  "entity.verify": () => ({ ...one }),
  "entity.verify-many": () => ({ entities: [one], isPartial: true }),
  "entity.archive-many": () => ({ entities: [one], reason: "Old", isPartial: true }),
  "entity.restore-many": () => ({ entities: [one], isPartial: true }),
  "entity.delete-many": () => ({ entities: [one], isPartial: true }),
  "entity.sort": () => ({ entities: [one], sort: "best", text: "one" }),
  "source.preview-precedence": () => ({ id: sourceId, precedence: 150 }),
  "source.set-precedence": () => ({ id: sourceId, precedence: 150 }),
  "team.link": () => ({ id: teamId, group: "payments" }),
  "view.create": () => ({
    name: randomUUID(),
    audience: "mine",
    state: { query: "tags contains 'a'", columns: ["tier"] },
  }),
  "view.update": () => ({ id: viewId, name: "Kept", state: { query: "tags contains 'a'", sort: "title" } }),
  "view.delete": () => ({ id: viewId }),
  "view.restore": () => ({ id: viewId }),
  "view.check": () => ({ blueprint: "component", query: "properties.a = 1", group: "properties.b" }),
  "query.check": () => ({
    text: 'type = "service"',
    properties: [{ identifier: "tier", title: "Tier", type: "number" }],
  }),
  "query.count": () => ({ text: 'type = "service"' }),
  "query.complete": () => ({
    text: "type = ",
    cursor: 7,
    properties: [{ identifier: "tier", title: "T", values: [1] }],
  }),
  "query.translate": () => ({ from: "cortex", query: "git != null" }),
};
/** What has to be done before a door lets its request through, in the same transaction. */
const before: Record<string, (tx: Transaction) => Promise<unknown>> = {
  "entity.drop-override": (tx) => updateEntity.call(org.as("admin"), { ...one, title: "By hand" }, tx),
  "entity.restore": (tx) => archiveEntity.call(org.as("admin"), one, tx),
  "entity.restore-many": (tx) => archiveEntity.call(org.as("admin"), one, tx),
  "view.restore": (tx) => deleteView.call(org.as("admin"), { id: viewId }, tx),
};

function importedEntity() {
  const relations = [{ type: "partOf", ...end }];
  return testEntity("imported", {
    blueprint: "gadget",
    properties: { tier: 1 },
    tags: ["a"],
    labels: { a: "1" },
    relations,
  });
}

const writing = catalogOperations as unknown as Operation[];
const isDoor = ({ kind: what, route }: Operation) => what === "command" || route.method === "POST";

test("every door that takes something written has a request here", () => {
  expect(writing.filter(isDoor).flatMap(({ name }) => (name in doors ? [] : [name]))).toEqual([]);
});

/** Every place of a request, with a copy of the request that has something else there; below maps also a strange key. */
function variantsOf(request: unknown): ((value: unknown) => unknown)[] {
  if (typeof request !== "object" || request === null) return [(value) => value];
  const own = Object.entries(request).flatMap(([key, inner]) =>
    variantsOf(inner).map((put) => (value: unknown) => {
      if (Array.isArray(request)) return request.map((item, at) => (String(at) === key ? put(value) : item));
      return { ...request, [key]: put(value) };
    }),
  );
  return [...own, (value) => value];
}

async function contents(): Promise<string> {
  const tables = [
    "blueprints",
    "entities",
    "relations",
    "entity_relation_changes",
    "entity_contributions",
    "entity_versions",
    "sources",
    "saved_views",
    "audit_entries",
  ];
  const hashes = await Promise.all(
    tables.map((table) =>
      database.owner.unsafe(
        `select count(*)::int as count, md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as hash from ${table} t where org_id = $1`,
        [org.id],
      ),
    ),
  );
  return JSON.stringify(hashes.map(([row]) => row));
}

const undone = new Error("undone");

/** What a door makes of a request: nothing of it stays. */
async function outcomeOf(operation: Operation, request: unknown): Promise<unknown> {
  try {
    await tenantTransaction({ orgId: org.id }, async (tx) => {
      await before[operation.name]?.(tx);
      await operation.call(org.as("admin"), request, tx);
      throw undone;
    });
  } catch (error) {
    return error === undone ? null : error;
  }
  return null;
}

describe.each(writing.filter(isDoor).map((operation) => [operation.name, operation] as const))(
  "%s",
  (name, operation) => {
    test("answers whatever it is sent with a result or a refusal that says where, and writes nothing half", {
      timeout: 600_000,
    }, async () => {
      const requestOf = doors[name];
      if (requestOf === undefined) return;
      // What is allowed is let through: otherwise every refusal below would say nothing.
      expect(await outcomeOf(operation, requestOf())).toBeNull();
      const kept = await contents();
      const places = variantsOf(requestOf());
      const deep = places.map((put) => () => put(nested(20_000)));
      const requests = [...places.flatMap((put) => corpus.map((value) => () => put(value))), ...deep];
      const step = isLongRun() ? 1 : Math.max(1, Math.floor(requests.length / 60));
      const counts = { tried: 0, allowed: 0, refused: 0 };
      const wrong: string[] = [];
      for (let at = 0; at < requests.length; at += at < requests.length - deep.length ? step : 1) {
        counts.tried += 1;
        const error = await outcomeOf(operation, requests[at]?.());
        if (error === null) {
          counts.allowed += 1;
          continue;
        }
        counts.refused += 1;
        // Once more as a door does it, in a transaction of its own, which has to leave nothing behind.
        const again = await operation.call(org.as("admin"), requests[at]?.()).then(() => null, asAppError);
        if (again === null) wrong.push(`${JSON.stringify(requests[at]?.())?.slice(0, 300)} was taken the second time`);
        const { code, message, fields: named } = asAppError(error);
        const isClear = message !== "" && (code !== "invalid" || named.length > 0 || message.length > 20);
        if (!["invalid", "not_found", "conflict"].includes(code) || !isClear)
          wrong.push(
            `${JSON.stringify(requests[at]?.())?.slice(0, 300)}: ${code} ${message} ${String((error as Error).stack).slice(0, 400)}`,
          );
      }
      console.log(`hostile writes: ${name} ${JSON.stringify(counts)}`);
      expect(wrong).toEqual([]);
      expect(counts.refused).toBeGreaterThan(0);
      expect(await contents()).toBe(kept);
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    });
  },
);

test("two people who rename the same thing: one does, the other is told, and nothing is mixed", async () => {
  const { version } = await updateEntity.call(org.as("admin"), { ...one, title: "Before" });
  const rename = (title: string) => updateEntity.call(org.as("admin"), { ...one, title, expectedVersion: version });
  const results = await Promise.allSettled([rename("Left"), rename("Right")]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = results.find((result) => result.status === "rejected");
  expect(refused?.reason).toMatchObject({ code: "conflict" });
});
