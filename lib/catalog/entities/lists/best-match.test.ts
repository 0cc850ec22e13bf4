import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeRandom } from "#db/seed/random.ts";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { wordsOf } from "#lib/catalog/entities/lists/entity-filter.ts";
import { exportEntities } from "#lib/catalog/entities/lists/export-entities.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { listGroups } from "#lib/catalog/entities/lists/list-groups.ts";
import { sortEntities } from "#lib/catalog/entities/lists/sort-entities.ts";
import { bestPage, bestStatement } from "#lib/catalog/entities/lists/statements-of-best.ts";
import { rankedMatches } from "#lib/catalog/entities/schema.ts";
import { searchEntities } from "#lib/catalog/entities/search/search-entities.ts";
import type { SummaryRow } from "#lib/catalog/entities/summary-row.ts";
import { none } from "#lib/catalog/entities/testing.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";
import { toPage } from "#lib/kernel/keyset.ts";

type Made = ReturnType<typeof testEntity>;
type Asked = Parameters<typeof listEntities.call>[1];

// Few letters and signs, so that words are parts, beginnings and wholes of each other.
const random = makeRandom("best match");
const pieces = ["pay", "pays", "repay", "Pay", "order", "orders", "Order", "re", "x"];
const word = () => random.pick(pieces);
const several = (most: number, sign: string) =>
  Array.from({ length: random.whole(1, most) }, word).join(random.pick([sign, " "]));
const made: Made[] = Array.from({ length: 400 }, (_, number) =>
  testEntity(random.chance(0.5) ? `${several(2, "-").replaceAll(" ", "_")}-${number}` : `n${number}`, {
    blueprint: random.pick(["component", "component", "api"]),
    title: several(3, "-"),
    description: random.chance(0.4) ? several(2, " ") : null,
    tags: random.chance(0.3) ? [word()] : [],
    ownerRef: random.chance(0.3) ? `group:${word()}` : null,
    type: random.pick(["service", "library"]),
  }),
);
const service = { type: "service" };
const whole = [
  ...made,
  testEntity("pay", service),
  testEntity("Order", { ...service, title: "Zz" }),
  testEntity("last", { ...service, title: "PAY" }),
];

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  await storeEntities(org, whole);
});
afterAll(closeTestDatabase);

/** Text as it is compared: by code points, as the database does. */
const compare = (one: string | number, other: string | number) => (one < other ? -1 : one > other ? 1 : 0);
const inTurn = (one: (string | number)[], other: (string | number)[]) =>
  one.map((value, place) => compare(value, other[place] ?? "")).find((order) => order !== 0) ?? 0;

const searched = ({ title, identifier, description, tags, ownerRef }: Made) =>
  [title, identifier, description ?? "", ...tags, ownerRef?.replace(/^.*?:/, "") ?? ""].join(" ").toLowerCase();
const matchesOf = (text: string) =>
  whole.filter((entity) => wordsOf(text).every((one) => searched(entity).includes(one)));

/** How well a name is met, told again in the plainest way. */
function rankOf(entity: Made, text: string): number {
  const wanted = wordsOf(text).join(" ");
  const [title, identifier] = [entity.title.toLowerCase(), entity.identifier.toLowerCase()];
  if (title === wanted || identifier === wanted) return 0;
  const name = `${title} ${identifier}`;
  if (searched(entity).startsWith(wanted) || identifier.startsWith(wanted)) return 1;
  if (!name.includes(wanted)) return 4;
  return name.replaceAll(/[-_./]/g, " ").includes(` ${wanted}`) ? 2 : 3;
}

const keyOf = (entity: Made, text: string) => [rankOf(entity, text), entity.title.length, entity.title];
const modelled = (text: string, of = matchesOf(text)) =>
  [...of].sort((one, other) => inTurn(keyOf(one, text), keyOf(other, text)));
const byName = new Map(whole.map((entity) => [`${entity.blueprint}:${entity.identifier}`, entity]));
const madeOf = ({ blueprint, identifier }: { blueprint: string; identifier: string }) => {
  const found = byName.get(`${blueprint}:${identifier}`);
  if (found === undefined) throw new Error(`${blueprint}:${identifier} was not made`);
  return found;
};

const list = (input: Asked) => listEntities.call(org.as("viewer"), { sort: "best", ...input });

/** Every page, forwards; and backwards from the last one. */
async function pages(input: Asked): Promise<{ forwards: Made[][]; backwards: Made[][] }> {
  const forwards: Made[][] = [];
  let page = await list(input);
  for (;;) {
    expect(page.before).toBe(forwards.flat().length);
    forwards.push(page.items.map(madeOf));
    if (page.nextCursor === null) break;
    page = await list({ ...input, cursor: page.nextCursor });
  }
  const backwards = [page.items.map(madeOf)];
  while (page.previousCursor !== null) {
    page = await list({ ...input, cursor: page.previousCursor });
    backwards.unshift(page.items.map(madeOf));
  }
  return { forwards, backwards };
}

const texts = ["pay", "Order", "re", "PAY order", "pay-order", "x", "repay pay", "orders re", "pays"];

test.each(texts)(
  "every match is ranked as a plain model ranks it, page by page, none twice and none lost: %s",
  async (text) => {
    const { forwards, backwards } = await pages({ text, limit: 7 });
    const found = forwards.flat();
    const expected = modelled(text);
    expect(found.length).toBe(expected.length);
    expect(new Set(found).size).toBe(found.length);
    // Which of two with the same name and length comes first is nobody's business.
    expect(found.map((entity) => keyOf(entity, text))).toEqual(expected.map((entity) => keyOf(entity, text)));
    expect(backwards.flat()).toEqual(found);
  },
);

// Of what more have, the palette looks at some; these it ranks whole.
test.each(["order x", "pay-order", "repay pay", "orders re", "pays x", "order-1"])(
  "a list begins as the palette does: %s",
  async (text) => {
    const { items } = await searchEntities.call(org.as("viewer"), { text, limit: 50 });
    const listed = await list({ text, limit: 50 });
    expect(items.length).toBeGreaterThan(3);
    const matching = items.map(madeOf).filter((entity) => matchesOf(text).includes(entity));
    expect(listed.items.map(madeOf)).toEqual(matching);
    expect(listed.ranking).toBe("all");
  },
);

test("the rest of a filter narrows it, and a list of another order is not ranked", async () => {
  const filter = { text: "pay", blueprint: "api", type: "service", query: 'title contains "e"' };
  const of = matchesOf("pay").filter(
    ({ blueprint, type, title }) => blueprint === "api" && type === "service" && title.includes("e"),
  );
  const { items, total } = await list(filter);
  expect(of.length).toBeGreaterThan(3);
  expect(total).toBe(of.length);
  expect(items.map((item) => keyOf(madeOf(item), "pay"))).toEqual(
    modelled("pay", of)
      .slice(0, 50)
      .map((entity) => keyOf(entity, "pay")),
  );
  expect((await list({ text: "pay", sort: "title" })).ranking).toBeNull();
});

test("a file and groups have the same order", async () => {
  const exported: Made[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof exportEntities.call>> = await exportEntities.call(org.as("viewer"), {
      text: "pay",
      sort: "best",
      limit: 30,
      ...(cursor === null ? {} : { cursor }),
    });
    exported.push(...page.items.map(madeOf));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(exported).toEqual((await pages({ text: "pay", limit: 50 })).forwards.flat());

  const grouped = { text: "pay", sort: "best", by: "type", perGroup: 10 } as const;
  const { groups, ranking } = await listGroups.call(org.as("viewer"), grouped);
  expect(ranking).toBe("all");
  expect(groups.length).toBe(2);
  for (const group of groups)
    expect(group.items?.map(madeOf)).toEqual(exported.filter(({ type }) => type === group.id).slice(0, 10));
});

describe("where too many match to rank each", () => {
  const placeOf = (entity: Made, text: string) => {
    const wanted = wordsOf(text).join(" ");
    if (entity.identifier.toLowerCase() === wanted) return 10;
    if (entity.title.toLowerCase() === wanted) return 11;
    return searched(entity).startsWith(wanted) ? 12 : 13;
  };
  const key = (entity: Made, text: string) => {
    const place = placeOf(entity, text);
    return [place, place === 12 ? searched(entity).slice(0, 60) : "", entity.title];
  };

  async function readAll(text: string, blueprint: string | undefined, limit: number) {
    const scope = { orgId: org.id, now: new Date() };
    const filter = { ...none, text, blueprint };
    const read = async (cursor?: string) => {
      const page = bestPage("beginnings", cursor);
      const rows = await compiledQueryTransaction((tx) =>
        tx.execute<SummaryRow & { keys: (string | null)[] }>(bestStatement(filter, page, limit, scope)),
      );
      return toPage(rows, page, limit);
    };
    let page = await read();
    const forwards = [page.items.map(madeOf)];
    while (page.nextCursor !== null) {
      page = await read(page.nextCursor);
      forwards.push(page.items.map(madeOf));
    }
    const backwards = [page.items.map(madeOf)];
    while (page.previousCursor !== null) {
      page = await read(page.previousCursor);
      backwards.unshift(page.items.map(madeOf));
    }
    return { forwards: forwards.flat(), backwards: backwards.flat() };
  }

  test.each([
    ["pay", undefined, 7],
    ["order", "component", 3],
    ["PAY order", undefined, 2],
    ["re", "api", 1000],
    ["x", undefined, 5],
  ] as const)(
    "names that are or begin with the words come first, the rest by title: %s in %s",
    async (text, kind, limit) => {
      const { forwards, backwards } = await readAll(text, kind, limit);
      const of = matchesOf(text).filter(({ blueprint }) => kind === undefined || blueprint === kind);
      const expected = [...of].sort((one, other) => inTurn(key(one, text), key(other, text)));
      expect(new Set(forwards).size).toBe(of.length);
      expect(forwards.map((entity) => key(entity, text))).toEqual(expected.map((entity) => key(entity, text)));
      expect(backwards).toEqual(forwards);
    },
  );

  test("it says so, and goes on in the same order, however many match by then", async () => {
    const large = await testOrg();
    const many = Array.from({ length: rankedMatches + 1 }, (_, number) => testEntity(`order-${number}`));
    await storeEntities(large, [
      ...many,
      testEntity("a-reader", { description: "Reads each order" }),
      testEntity("order"),
    ]);
    const ask = (input: Asked) => listEntities.call(large.as("viewer"), { text: "order", sort: "best", ...input });
    const first = await ask({ limit: 1000 });
    expect([first.ranking, first.total]).toEqual(["beginnings", rankedMatches + 3]);
    expect(first.items[0]?.identifier).toBe("order");
    const second = await ask({ limit: 1000, cursor: first.nextCursor ?? "" });
    await database(large.id);
    const third = await ask({ limit: 1000, cursor: second.nextCursor ?? "" });
    expect(third.ranking).toBe("beginnings");
    expect(third.items.at(-1)?.identifier).toBe("a-reader");
    expect(third.nextCursor).toBeNull();
    expect((await ask({ type: "none" })).ranking).toBe("all");
  });

  /** So many go that the others could all be ranked. */
  async function database(orgId: string): Promise<void> {
    const { owner } = await testDatabase();
    await owner`update entities set is_archived = true where org_id = ${orgId} and identifier ~ '^order-[0-9]+0$'`;
  }
});

test("best match without words, backwards, or with the cursor of another order is refused at its field", async () => {
  const refused = (input: Asked, path: string) =>
    expect(list(input)).rejects.toMatchObject({ code: "invalid", fields: [{ path }] });
  await refused({}, "sort");
  await refused({ text: "  " }, "sort");
  await refused({ text: "pay", direction: "descending" }, "direction");
  const other = await list({ text: "pay", sort: "title", limit: 1 });
  await refused({ text: "pay", cursor: other.nextCursor ?? "" }, "cursor");
  const own = await list({ text: "pay", limit: 1 });
  await refused({ text: "pay", sort: "title", cursor: own.nextCursor ?? "" }, "cursor");
  await expect(exportEntities.call(org.as("viewer"), { sort: "best" })).rejects.toMatchObject({
    fields: [{ path: "sort" }],
  });
  await expect(listGroups.call(org.as("viewer"), { sort: "best", by: "type" })).rejects.toMatchObject({
    fields: [{ path: "sort" }],
  });
});

test("another organization finds nothing of it, and in its own order nothing of ours", async () => {
  const { items, total } = await listEntities.call((await testOrg()).as("admin"), { text: "pay", sort: "best" });
  expect([items, total]).toEqual([[], 0]);
});

test("what was selected is brought into the same order", async () => {
  const { items } = await list({ text: "pays", limit: 1000 });
  const entities = items.map(({ blueprint, identifier }) => ({ blueprint, identifier })).reverse();
  const { ids } = await sortEntities.call(org.as("viewer"), { entities, sort: "best", text: "pays" });
  expect(ids).toEqual(items.map(({ id }) => id));
  await expect(sortEntities.call(org.as("viewer"), { entities, sort: "best" })).rejects.toMatchObject({
    fields: [{ path: "sort" }],
  });
});
