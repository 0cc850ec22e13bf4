import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { anchorsOf, readAnchors } from "#lib/audit/anchors/read-anchors.ts";
import { type AuditHead, anchorsPath, writeAnchors } from "#lib/audit/anchors/write-anchors.ts";
import { type ChainProblem, checkChain } from "#lib/audit/chain/check-chain.ts";
import { readExportedChain } from "#lib/audit/chain/exported-chain.ts";
import { verifyAuditChain } from "#lib/audit/chain/verify-audit-chain.ts";
import { runCommand } from "./command.ts";
import { openCommandDatabase } from "./command-database.ts";
import { openInstallation } from "./installation.ts";
import { Refusal } from "./refusal.ts";
import { fromInvocation } from "./root.ts";
import { stopOnSignals } from "./shutdown.ts";
import { green, red, say } from "./steps.mjs";

const usage =
  "Usage: npm run verify-audit -- [--org <slug>] [--anchors <file>] [--anchor], or -- --file <exported chain> [--anchors <file>]";
const shownProblems = 50;

/**
 * Checks the audit logs: of every organization, or of one, against the anchors outside the database; or an exported chain without any
 * database. `--anchor` writes down how far they are sealed when nothing is wrong. Ends with 1 when something is.
 */
await runCommand(async () => {
  stopOnSignals({ exitCode: 130, announce: false });
  const options = readOptions();
  return options.file === undefined ? verifyDatabase(options) : verifyFile(options.file, options.anchors);
});

type Options = { org?: string; anchors?: string; file?: string; anchor?: boolean };

function readOptions(): Options {
  try {
    const text = { type: "string" } as const;
    return parseArgs({ options: { org: text, anchors: text, file: text, anchor: { type: "boolean" } } }).values;
  } catch {
    throw new Refusal(usage);
  }
}

async function verifyDatabase(options: Options): Promise<number> {
  const installation = openInstallation();
  const { secret, dataDir } = installation;
  const path = options.anchors === undefined ? anchorsPath(dataDir) : fromInvocation(options.anchors);
  if (options.anchors !== undefined && !existsSync(path)) throw new Refusal(`There is no file ${path}.`);
  const ownerUrl = await openCommandDatabase(installation, "verify-audit", { isAlone: false });
  const { anchors, foreignLines } = await readAnchors(path, secret);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  let isBroken = false;
  try {
    const orgs = await sql<{ id: string; slug: string }[]>`
      select org_id as id, slug from orgs where ${options.org ?? null}::text is null or slug = ${options.org ?? null} order by slug`;
    if (options.org !== undefined && orgs.length === 0) throw new Refusal(`There is no organization ${options.org}.`);
    say();
    if (foreignLines.length > 0) {
      isBroken = true;
      say(`  ${red("✗")} ${path}: this installation did not sign line ${foreignLines.slice(0, 10).join(", ")}`);
    }
    for (const org of orgs) {
      const own = anchorsOf(anchors, org.id);
      const report = await verifyAuditChain(sql, org, own);
      const until = report.sealedAt === null ? "" : `, sealed to ${report.lastSeq} at ${report.sealedAt}`;
      const waiting = report.waiting === 0 ? "" : `, ${report.waiting} waiting`;
      const anchored = own.length === 0 ? ", no anchor yet" : `, anchored to ${own.at(-1)?.seq}`;
      // Whoever reads a backup back can leave something out: it is said for as long as nothing else was read back.
      const restored = own[0]?.kind === "restore" ? `, read back from a backup at ${own[0].at}` : "";
      isBroken =
        tell(org.slug, `${report.count} entries${until}${waiting}${anchored}${restored}`, report.problems) || isBroken;
    }
    for (const [id, last] of new Map(anchors.map((anchor) => [anchor.orgId, anchor]))) {
      const isHere = await sql`select 1 from orgs where org_id = ${id}`;
      if (isHere.length > 0) continue;
      const why = `it was deleted and erased at ${last.at}, with a log of ${last.seq} entries`;
      say(
        last.kind === "erasure"
          ? `  - ${last.slug}: ${why}`
          : `  ! ${last.slug}: there are anchors of this organization, but it is no longer here`,
      );
    }
    if (options.anchor === true && !isBroken) {
      const written = await writeAnchors(await sql<AuditHead[]>`select * from audit_heads()`, { path, secret });
      say(`  ${written.length} anchors written to ${path}`);
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
  return isBroken ? 1 : 0;
}

async function verifyFile(file: string, anchorsFile: string | undefined): Promise<number> {
  const path = fromInvocation(file);
  if (!existsSync(path)) throw new Refusal(`There is no file ${path}.`);
  try {
    const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
    const { head, links } = await readExportedChain(lines);
    const heads = [];
    if (anchorsFile !== undefined) {
      const { anchors } = await readAnchors(fromInvocation(anchorsFile), openInstallation().secret);
      // What was sealed after the export cannot be in it.
      heads.push(...anchorsOf(anchors, head.org.id).filter((anchor) => anchor.at <= head.exportedAt));
    }
    const report = await checkChain(head.org.id, links, [...heads]);
    const problems = [...report.problems];
    if (report.lastSeq < head.seq && problems.every((problem) => problem.kind !== "truncated")) {
      const text = `the end is missing: it was exported to ${head.seq}, the file ends at ${report.lastSeq}`;
      problems.push({ kind: "truncated", seq: report.lastSeq + 1, entryId: null, text });
    }
    say();
    return tell(head.org.slug, `${report.count} entries, exported ${head.exportedAt}`, problems) ? 1 : 0;
  } catch (error) {
    throw new Refusal(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** Says what was found of one chain. @returns whether it is broken */
function tell(slug: string, counts: string, problems: ChainProblem[]): boolean {
  const isBroken = problems.length > 0;
  say(`  ${isBroken ? red("✗") : green("✓")} ${slug}: ${counts}, ${isBroken ? "BROKEN" : "unbroken"}`);
  for (const problem of problems.slice(0, shownProblems)) say(`      ${problem.kind}: ${problem.text}`);
  if (problems.length > shownProblems) say(`      and ${problems.length - shownProblems} more`);
  return isBroken;
}
