import { parseArgs } from "node:util";
import postgres from "postgres";
import { closeDatabases } from "#db/client.ts";
import { registerSubscribers } from "#lib/kernel/events.ts";
import { inlineSubscribers } from "#lib/subscriptions.ts";
import "./next-modules.ts";

type Options = { total: number; page: string | undefined; hasTotal: boolean };

const benches: Record<string, (owner: postgres.Sql, options: Options) => Promise<boolean[]>> = {
  ingest: async (owner, { total }) => (await import("./ingest.ts")).benchIngest(owner, total),
  freshness: async (owner, { total }) => (await import("./freshness.ts")).benchFreshness(owner, total),
  queries: async (owner, { total }) => (await import("./queries.ts")).benchQueries(owner, total),
  pages: async (owner, { total, page, hasTotal }) =>
    (await import("./pages.ts")).benchPages(owner, { only: page, entities: hasTotal ? total : undefined }),
};

/** `npm run bench -- [ingest|freshness|queries|pages] [--entities 10000] [--page /catalog]`: prints findings. The exit code is 1 when a goal was missed. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { entities: { type: "string" }, page: { type: "string" } },
});
const names = positionals.length === 0 ? Object.keys(benches) : positionals;
const total = Number(values.entities ?? 10_000);
const options: Options = { total, page: values.page, hasTotal: values.entities !== undefined };
const unknown = names.find((name) => !(name in benches));
const ownerUrl = process.env.TEST_DATABASE_URL;

if (unknown !== undefined || !Number.isInteger(total) || total < 1_000) {
  process.stderr.write(
    `Usage: npm run bench -- [${Object.keys(benches).join("|")}] [--entities <1000 or more>] [--page /catalog]\n`,
  );
  process.exitCode = 2;
} else if (ownerUrl === undefined) {
  process.stderr.write("A bench needs a database of its own: start it with npm run bench.\n");
  process.exitCode = 2;
} else {
  registerSubscribers(inlineSubscribers);
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const reached: boolean[] = [];
    for (const name of names) reached.push(...((await benches[name]?.(owner, options)) ?? []));
    process.exitCode = reached.every(Boolean) ? 0 : 1;
  } catch (error) {
    // Without the statement and its parameters, which may be megabytes.
    process.stderr.write(`${error instanceof Error ? error.message.slice(0, 500) : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await closeDatabases();
    await owner.end();
  }
}
