import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "postgres";
import { makeSyntheticEntities } from "#db/seed/synthetic.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import type { Context } from "#lib/kernel/context.ts";
import { ingest, makeOrg } from "./catalog.ts";
import { median, timeOf } from "./measure.ts";
import { report } from "./report.ts";

const rounds = 3;
const written = ["entities", "relations", "entity_versions", "scorecard_levels", "level_changes"];

/** New entities, the same again, and a few changed ones: through the operation, scored in the same transaction. */
export async function benchIngest(owner: Sql, total: number): Promise<boolean[]> {
  const entities = [...makeSyntheticEntities(total)];
  const documents = entities.map((entity) => JSON.stringify(entity));
  await ingest(await makeOrg("bench-warm-up"), entities.slice(-200));
  const copies: number[] = [];
  const firsts: number[] = [];
  const agains: number[] = [];
  const changes: number[] = [];
  let rowsWritten = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const ctx = await makeOrg(`bench-ingest-${round}`);
    copies.push(await copyBare(owner, documents));
    firsts.push(await timeOf(() => expectCounts(ctx, entities, { created: total, changed: 0, unchanged: 0 })));
    await owner.unsafe("vacuum analyze");
    const before = await markWrites(owner);
    agains.push(await timeOf(() => expectCounts(ctx, entities, { created: 0, changed: 0, unchanged: total })));
    rowsWritten += await countWrites(owner, before);
    changes.push(await timeOf(() => ingest(ctx, changeSome(entities, round))));
  }
  const perSecond = (times: number[]) => (total / median(times)) * 1000;
  const first = perSecond(firsts);
  return [
    report({
      bench: `ingest ${total} new`,
      value: first,
      unit: "entities/s",
      baseline: perSecond(copies),
      goal: 1 / 20,
      better: "higher",
    }),
    report({
      bench: `ingest ${total} unchanged`,
      value: perSecond(agains),
      unit: "entities/s",
      baseline: first,
      goal: 5,
      better: "higher",
    }),
    report({
      bench: `ingest ${total}, one in a hundred changed`,
      value: perSecond(changes),
      unit: "entities/s",
      baseline: first,
      goal: 3,
      better: "higher",
    }),
    // Against one row per entity. Sources remember when they were last read; nothing else may be written.
    report({
      bench: `rows written by ${total} unchanged`,
      value: rowsWritten / rounds,
      unit: "rows",
      baseline: total,
      goal: 0,
      better: "lower",
    }),
  ];
}

async function expectCounts(ctx: Context, entities: ImportedEntity[], expected: object): Promise<void> {
  const counts = await ingest(ctx, entities);
  if (JSON.stringify(counts) !== JSON.stringify(expected))
    throw new Error(`Expected ${JSON.stringify(expected)}, got ${JSON.stringify(counts)}`);
}

function changeSome(entities: ImportedEntity[], round: number): ImportedEntity[] {
  return entities.map((entity, index) =>
    index % 100 === 0 ? { ...entity, description: `Changed in round ${round}` } : entity,
  );
}

/** The least that storing them can cost: the same JSON, copied into one bare table without an index. */
async function copyBare(owner: Sql, documents: string[]): Promise<number> {
  await owner`drop table if exists bench_copy`;
  await owner`create table bench_copy (document jsonb not null)`;
  const toLine = (text: string) => `${text.replaceAll("\\", "\\\\")}\n`;
  const took = await timeOf(async () => {
    await pipeline(Readable.from(documents.map(toLine)), await owner`copy bench_copy from stdin`.writable());
  });
  await owner`drop table bench_copy`;
  return took;
}

/** Where the transactions and tables are, so that what is written after can be counted. */
async function markWrites(owner: Sql): Promise<{ transaction: string; rows: number }> {
  const [mark] = await owner<
    { transaction: string }[]
  >`select pg_snapshot_xmax(pg_current_snapshot())::text as transaction`;
  return { transaction: mark?.transaction ?? "0", rows: await countRows(owner, "true") };
}

/** Rows that were inserted or updated since, and rows that are gone. */
async function countWrites(owner: Sql, before: { transaction: string; rows: number }): Promise<number> {
  const touched = await countRows(owner, `xmin::text::bigint >= ${before.transaction}`);
  return touched + Math.max(0, before.rows - (await countRows(owner, "true")));
}

async function countRows(owner: Sql, condition: string): Promise<number> {
  const counts = written.map((table) => `(select count(*) from ${table} where ${condition})`).join(" + ");
  const [row] = await owner.unsafe<{ count: string }[]>(`select (${counts}) as count`);
  return Number(row?.count ?? Number.NaN);
}
