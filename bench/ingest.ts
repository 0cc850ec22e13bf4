import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "postgres";
import { makeSyntheticEntities } from "#db/seed/synthetic.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { inBatches, makeOrg } from "./catalog.ts";
import { type Counts, Door } from "./door.ts";
import { median, timeOf, watchMemory } from "./measure.ts";
import { report } from "./report.ts";

// Of a large catalog once: its batches are turns enough.
const roundsOf = (total: number) => (total <= 20_000 ? 3 : 1);
// With fewer batches there is no telling whether memory goes on growing.
const batchesForMemory = 8;
const written = ["entities", "relations", "entity_versions", "scorecard_levels", "level_changes"];

/**
 * New entities, the same again, and a few changed ones: through the REST door, scored in the same transaction. Making what is sent is not
 * part of what is measured, and is never all in memory.
 */
export async function benchIngest(owner: Sql, total: number): Promise<boolean[]> {
  const rounds = roundsOf(total);
  await ingestAll(await openOrg(owner, "bench-warm-up"), [...makeSyntheticEntities(1000)].slice(-200));
  const copies: number[] = [];
  const firsts: Ingested[] = [];
  const agains: number[] = [];
  const changes: number[] = [];
  let rowsWritten = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const door = await openOrg(owner, `bench-ingest-${round}`);
    copies.push(await copyBare(owner, total));
    const first = await ingestAll(door, makeSyntheticEntities(total));
    expectCounts(first, { created: total, changed: 0, unchanged: 0 });
    firsts.push(first);
    await owner.unsafe("vacuum analyze");
    const before = await markWrites(owner);
    const again = await ingestAll(door, makeSyntheticEntities(total));
    expectCounts(again, { created: 0, changed: 0, unchanged: total });
    agains.push(again.tookMs);
    rowsWritten += await countWrites(owner, before);
    changes.push((await ingestAll(door, changeSome(total, round))).tookMs);
  }
  const perSecond = (times: number[]) => (total / median(times)) * 1000;
  const first = perSecond(firsts.map(({ tookMs }) => tookMs));
  const [memory] = firsts;
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
    ...(memory === undefined || memory.batches < batchesForMemory ? [] : [reportMemory(memory, total)]),
  ];
}

function reportMemory({ peaks: [earlier, later] }: Ingested, total: number): boolean {
  return report({
    bench: `memory in the second half of ingesting ${total} new`,
    value: later,
    unit: "MB",
    baseline: earlier,
    goal: 1.1,
    better: "lower",
  });
}

async function openOrg(owner: Sql, slug: string): Promise<Door> {
  return Door.open(owner, await makeOrg(slug));
}

/** `peaks` is the most memory that the process held in the first half of the batches and in the second. */
type Ingested = { tookMs: number; counts: Counts; batches: number; peaks: [number, number] };

async function ingestAll(door: Door, entities: Iterable<ImportedEntity>): Promise<Ingested> {
  const counts: Counts = { created: 0, changed: 0, unchanged: 0 };
  const peaks: number[] = [];
  let tookMs = 0;
  for (const batch of inBatches(entities)) {
    const body = door.bodyOf(batch);
    const peak = watchMemory();
    tookMs += await timeOf(async () => {
      const result = await door.import(body);
      for (const name of ["created", "changed", "unchanged"] as const) counts[name] += result[name];
    });
    peaks.push(peak());
  }
  const half = Math.ceil(peaks.length / 2);
  return {
    tookMs,
    counts,
    batches: peaks.length,
    peaks: [Math.max(...peaks.slice(0, half)), Math.max(...peaks.slice(half))],
  };
}

function expectCounts({ counts }: Ingested, expected: Counts): void {
  if (JSON.stringify(counts) !== JSON.stringify(expected))
    throw new Error(`Expected ${JSON.stringify(expected)}, got ${JSON.stringify(counts)}`);
}

function* changeSome(total: number, round: number): Generator<ImportedEntity> {
  let place = 0;
  for (const entity of makeSyntheticEntities(total)) {
    yield place % 100 === 0 ? { ...entity, description: `Changed in round ${round}` } : entity;
    place += 1;
  }
}

/** The least that storing them can cost: the same JSON, copied into one bare table without an index, in one transaction. */
async function copyBare(owner: Sql, total: number): Promise<number> {
  await owner`drop table if exists bench_copy`;
  await owner`create table bench_copy (document jsonb not null)`;
  const toLine = (entity: ImportedEntity) => `${JSON.stringify(entity).replaceAll("\\", "\\\\")}\n`;
  let preparedMs = 0;
  const tookMs = await timeOf(() =>
    owner.begin(async (tx) => {
      let startedAt = performance.now();
      for (const batch of inBatches(makeSyntheticEntities(total))) {
        const lines = batch.map(toLine);
        preparedMs += performance.now() - startedAt;
        await pipeline(Readable.from(lines), await tx`copy bench_copy from stdin`.writable());
        startedAt = performance.now();
      }
      preparedMs += performance.now() - startedAt;
    }),
  );
  await owner`drop table bench_copy`;
  return tookMs - preparedMs;
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
