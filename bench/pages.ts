import { chromium } from "@playwright/test";
import type { Sql } from "postgres";
import { makeToken } from "#lib/kernel/tokens.ts";
import { loadCatalog } from "./load-catalog.ts";
import { type Caller, measureFirstByte } from "./pages/first-byte.ts";
import { measureInBrowser, type Seen } from "./pages/in-browser.ts";
import { benchLargeCatalog } from "./pages/large-catalog.ts";
import { measuredPages } from "./pages/page-list.ts";

type Row = Seen & { path: string; firstByte: number };

/** What may be spent: kilobytes of compressed script, times the operations alone, milliseconds, and nothing that moves. */
const budgets = { scriptKb: 170, firstByte: 2, lcpMs: 1_000, cls: 0, interactionMs: 100 } as const;

/**
 * Every page of a portal with sample data, in a production build and a real browser, against its budgets. With `entities` the catalog alone,
 * filled with that many more.
 */
export async function benchPages(
  owner: Sql,
  { only, entities }: { only?: string | undefined; entities?: number | undefined },
): Promise<boolean[]> {
  const origin = process.env.BENCH_ORIGIN;
  if (origin === undefined) throw new Error("The pages need a portal: start this with npm run bench -- pages.");
  const caller: Caller = { origin, org: "harbourline", cookie: `causeway-session=${await openSession(owner)}` };
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({
    ...(executablePath === undefined || executablePath === "" ? {} : { executablePath }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
  if (entities !== undefined) {
    await fillCatalog(owner, entities);
    const reachedLarge = await benchLargeCatalog(browser, caller, entities);
    await browser.close();
    return reachedLarge;
  }
  const [entity] = await owner<{ id: string }[]>`
    select id from entities where blueprint = 'component' and identifier = 'payments-api'`;
  const pages = measuredPages(entity?.id ?? "").filter((page) => only === undefined || page.path === only);
  print([
    "page",
    "script KB",
    "first byte",
    "LCP ms",
    "CLS",
    "interaction ms",
    "slowed ms",
    "all script KB",
    "verdict",
  ]);
  print(["budget", ...Object.values(budgets).map((budget) => `<= ${budget}`), "", "", ""]);
  const reached: boolean[] = [];
  for (const { path, asks } of pages) {
    const { pageMs, operationsMs } = await measureFirstByte(caller, path, asks);
    const row: Row = { path, firstByte: pageMs / operationsMs, ...(await measureInBrowser(browser, caller, path)) };
    const missed = (Object.keys(budgets) as (keyof typeof budgets)[]).filter(
      (name) => round(row[name]) > budgets[name],
    );
    reached.push(missed.length === 0);
    print([
      path === "" ? "/" : path,
      row.scriptKb.toFixed(0),
      `${row.firstByte.toFixed(2)} (${pageMs.toFixed(0)}/${operationsMs.toFixed(0)} ms)`,
      row.lcpMs.toFixed(0),
      String(round(row.cls)),
      row.interactionMs.toFixed(0),
      row.slowedMs.toFixed(0),
      row.allScriptKb.toFixed(0),
      missed.length === 0 ? "kept" : `missed: ${missed.join(", ")}`,
    ]);
  }
  await browser.close();
  process.stdout.write(`${reached.filter(Boolean).length} of ${reached.length} pages keep all budgets\n`);
  return reached;
}

async function fillCatalog(owner: Sql, total: number): Promise<void> {
  const [org] = await owner<{ id: string }[]>`select org_id as id from orgs where slug = 'harbourline'`;
  if (org === undefined) throw new Error("The sample data is not there.");
  await loadCatalog(owner, [org.id], total);
  await owner.unsafe("vacuum analyze");
}

/** Signs the admin of the sample data in, without the sign-in page. */
async function openSession(owner: Sql): Promise<string> {
  const { token, hash } = makeToken("session");
  const made = await owner`
    insert into sessions (token_hash, person_id, expires_at)
    select ${hash}, id, now() + interval '2 hours' from people where lower(email) = 'ines@harbourline.example' returning id`;
  if (made.length !== 1) throw new Error("The sample data is not there.");
  return token;
}

const widths = [46, 11, 20, 9, 7, 16, 10, 15, 0];

function print(cells: string[]): void {
  process.stdout.write(
    `${cells
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join(" ")
      .trimEnd()}\n`,
  );
}

/** Three digits behind the point: a shift of less is not seen. */
function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
