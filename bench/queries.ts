import { type SQL, sql } from "drizzle-orm";
import type { Sql } from "postgres";
import { compiledQueryTransaction, tenantTransaction } from "#db/transactions.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import type { EntityFilter } from "#lib/catalog/entities/lists/entity-filter.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { countLimit, countsStatement } from "#lib/catalog/entities/lists/statements-of-counts.ts";
import { keysetOf, pageStatement } from "#lib/catalog/entities/lists/statements-of-list.ts";
import { searchEntities } from "#lib/catalog/entities/search/search-entities.ts";
import type { Context } from "#lib/kernel/context.ts";
import { makeOrg } from "./catalog.ts";
import { loadCatalog } from "./load-catalog.ts";
import { median, quantile, takeTurns } from "./measure.ts";
import { randomFilters } from "./random-filters.ts";
import { report } from "./report.ts";

const turns = 60;
const filters = 200;
const turnsPerFilter = 3;

const everything: EntityFilter = { owner: [], lifecycle: [], type: [], tag: [] };
const components: EntityFilter = { ...everything, blueprint: "component" };
const byTitle = keysetOf({ field: "title", direction: "ascending" });

/**
 * The questions that a catalog is asked, after the battery that Backstage publishes for its own. A statement is measured in a transaction
 * of its role; an operation with everything around it: permission, input, transaction, answer.
 */
export async function benchQueries(owner: Sql, total: number): Promise<boolean[]> {
  const ctx = await makeOrg("bench-queries");
  // A neighbour of the same size: no plan may rest on being alone.
  await loadCatalog(owner, [ctx.org.id, (await makeOrg("bench-neighbour")).org.id], total);
  await owner.unsafe("vacuum analyze");
  return [...(await measureBattery(ctx, total)), ...(await measureFilters(ctx, total))];
}

export async function measureBattery(ctx: Context, total: number): Promise<boolean[]> {
  const works = { baseline: await readByKey(ctx), ...battery(ctx), ...operations(ctx) };
  const times = await takeTurns(works, turns);
  return Object.entries(goals).map(([name, goal]) =>
    report({
      bench: `${name}, ${total} entities`,
      value: times[name as keyof typeof works],
      unit: "ms",
      baseline: times.baseline,
      goal,
      better: "lower",
    }),
  );
}

/** What people put together, each filter in turn with the baseline: its page alone, and the operation, which counts and has facets, too. */
export async function measureFilters(ctx: Context, total: number): Promise<boolean[]> {
  const baseline = await readByKey(ctx);
  const scope = () => ({ orgId: ctx.org.id, now: new Date() });
  const found = { baseline: [] as number[], page: [] as number[], operation: [] as number[] };
  for (const input of randomFilters(filters)) {
    const { sort: _, direction: __, cursor: ___, limit: ____, ...filter } = listEntities.input.parse(input);
    const times = await takeTurns(
      {
        baseline,
        page: () => compiledQueryTransaction((tx) => tx.execute(pageStatement(filter, byTitle, 20, scope()))),
        operation: () => listEntities.call(ctx, input),
      },
      turnsPerFilter,
    );
    for (const name of ["baseline", "page", "operation"] as const) found[name].push(times[name]);
    if (process.env["BENCH_EVERY_FILTER"] !== undefined)
      process.stderr.write(
        `${times.page.toFixed(1)} ms page, ${times.operation.toFixed(1)} ms operation: ${JSON.stringify(input)}\n`,
      );
  }
  const line = (name: string, times: number[], share: number, goal: number) =>
    report({
      bench: `${name} of ${filters} random filters, ${total} entities`,
      value: quantile(times, share),
      unit: "ms",
      baseline: median(found.baseline),
      goal,
      better: "lower",
    });
  return [
    line("page, median", found.page, 0.5, 10),
    line("page, 95 of 100", found.page, 0.95, 10),
    line("operation with total and facets, median", found.operation, 0.5, 100),
    line("operation with total and facets, 95 of 100", found.operation, 0.95, 100),
  ];
}

/** The least that any answer costs: one row by its primary key, in a transaction of the organization. */
async function readByKey(ctx: Context): Promise<() => Promise<unknown>> {
  const [row] = await tenantTransaction({ orgId: ctx.org.id }, (tx) =>
    tx.execute<{ id: string }>(sql`select id from entities where identifier = 'component-1'`),
  );
  return () =>
    tenantTransaction(
      { orgId: ctx.org.id },
      (tx) =>
        tx.execute(sql`select * from entities where org_id = ${ctx.org.id}::uuid and id = ${row?.id ?? ""}::uuid`),
      { readOnly: true },
    );
}

function battery(ctx: Context) {
  const scope = () => ({ orgId: ctx.org.id, now: new Date() });
  const compiled = (statement: () => SQL) => () => compiledQueryTransaction((tx) => tx.execute(statement()));
  const own = (statement: SQL) => () =>
    tenantTransaction({ orgId: ctx.org.id }, (tx) => tx.execute(statement), { readOnly: true });
  const self = sql`(select id from entities where org_id = ${ctx.org.id}::uuid and blueprint = 'component' and identifier = 'component-0')`;
  const anyOf = 'owner = "group:group-3" or tags contains "quota"';
  return {
    "1 list of a kind by title": compiled(() => pageStatement(components, byTitle, 20, scope())),
    "2 count of a kind": compiled(() => countsStatement(components, countLimit, scope())),
    "3 unfiltered page": compiled(() => pageStatement(everything, byTitle, 20, scope())),
    "4 facets of a small kind": compiled(() =>
      countsStatement({ ...everything, blueprint: "resource" }, countLimit, scope()),
    ),
    "5 facets of a large kind": compiled(() => countsStatement(components, countLimit, scope())),
    "6 by reference": own(
      sql`select * from entities where org_id = ${ctx.org.id}::uuid and blueprint = 'component' and identifier = 'component-7'`,
    ),
    "7 text in a kind": compiled(() => pageStatement({ ...components, text: "ledger gateway" }, byTitle, 20, scope())),
    "8 ancestry step": own(
      sql`select to_id from relations where org_id = ${ctx.org.id}::uuid and from_id = ${self} and type = 'partOf'`,
    ),
    "9 count of incoming references": own(
      sql`select count(*) from relations where org_id = ${ctx.org.id}::uuid and to_id = ${self}`,
    ),
    "10 unfiltered count": compiled(() => countsStatement(everything, countLimit, scope())),
    "11 orphans": compiled(() =>
      countsStatement({ ...components, query: "count(incoming dependsOn) = 0" }, countLimit, scope()),
    ),
    "12 any of two, ordered": compiled(() => pageStatement({ ...everything, query: anyOf }, byTitle, 20, scope())),
  };
}

function operations(ctx: Context) {
  return {
    "operation entity.get": () => getEntity.call(ctx, { blueprint: "component", identifier: "component-7" }),
    "operation entity.list with total and facets": () => listEntities.call(ctx, { blueprint: "component" }),
    "operation entity.list under a filter": () =>
      listEntities.call(ctx, { blueprint: "component", type: ["service"], text: "ledger" }),
    "operation entity.search": () => searchEntities.call(ctx, { text: "ledger gateway" }),
  };
}

/** How many times the baseline each may take. */
const goals: Record<keyof (ReturnType<typeof battery> & ReturnType<typeof operations>), number> = {
  "1 list of a kind by title": 10,
  "2 count of a kind": 100,
  "3 unfiltered page": 10,
  "4 facets of a small kind": 100,
  "5 facets of a large kind": 100,
  "6 by reference": 3,
  "7 text in a kind": 10,
  "8 ancestry step": 3,
  "9 count of incoming references": 10,
  "10 unfiltered count": 100,
  "11 orphans": 100,
  "12 any of two, ordered": 100,
  "operation entity.get": 10,
  "operation entity.list with total and facets": 100,
  "operation entity.list under a filter": 100,
  "operation entity.search": 20,
};
