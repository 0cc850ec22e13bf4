import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { rolePassword } from "#db/roles.ts";
import { makeToken } from "#lib/kernel/tokens.ts";
import { expect, ownerConnection, test } from "../fixtures.ts";
import { startedPortal } from "../started-portal.ts";
import { freePort, killStartedProcesses, readinessOf, root, startProcess } from "./started-processes.ts";

test.afterAll(killStartedProcesses);

/** Runs a command of the README on a data directory. */
function run(dataDir: string, ...parameters: string[]): Promise<{ code: number; output: string }> {
  const environment = { ...process.env, NODE_ENV: "production" as const, CAUSEWAY_DATA_DIR: dataDir };
  return new Promise((resolve) =>
    execFile(
      "node",
      ["bin/causeway.mjs", ...parameters],
      { cwd: root, env: environment, maxBuffer: 16_000_000 },
      (error, stdout, stderr) =>
        resolve({
          code: error === null ? 0 : typeof error.code === "number" ? error.code : 1,
          output: stdout + stderr,
        }),
    ),
  );
}

test("drill: a backup of the running portal is read into a new cluster, has every row, verifies, and answers; an older one is read back over it", async () => {
  test.setTimeout(300_000);
  const { dataDir } = startedPortal();
  const place = mkdtempSync(join(tmpdir(), "causeway-restore-drill-"));
  const [first, restored] = [join(place, "backup"), join(place, "data")];

  const owner = ownerConnection();
  const { token, hash } = makeToken("session");
  await owner`insert into sessions (token_hash, person_id, expires_at)
    select ${hash}, id, now() + interval '1 hour' from people where lower(email) = 'ines@harbourline.example'`;
  await owner.end();
  expect(await run(dataDir, "backup", first, "--with-secret")).toMatchObject({ code: 0 });

  const back = await run(restored, "restore", first);
  expect(back, back.output).toMatchObject({ code: 0 });
  const verified = await run(restored, "verify-audit");
  expect(verified, verified.output).toMatchObject({ code: 0 });
  expect(verified.output).toMatch(/harbourline: [1-9]\d* entries.*read back from a backup at .*unbroken/);

  const port = await freePort();
  const start = () =>
    startProcess(["bin/causeway.mjs", "start"], {
      NODE_ENV: "production",
      CAUSEWAY_DATA_DIR: restored,
      CAUSEWAY_PORT: String(port),
    });
  const portal = start();
  await expect.poll(() => readinessOf(port), { timeout: 120_000, message: portal.output() }).toBe(200);
  // Per table, what the backup's own list says. Tables that a running portal writes to by itself may have more.
  const manifest = JSON.parse(readFileSync(join(first, "manifest.json"), "utf8")) as {
    tables: { name: string; rows: number }[];
  };
  const secret = readFileSync(join(restored, "secret"), "utf8").trim();
  expect(secret).toBe(readFileSync(join(dataDir, "secret"), "utf8").trim());
  const server = readFileSync(join(restored, "postgres.port"), "utf8").trim();
  expect(server).not.toBe(readFileSync(join(dataDir, "postgres.port"), "utf8").trim());
  const sql = postgres(`postgres://causeway_owner:${rolePassword("owner", secret)}@127.0.0.1:${server}/causeway`, {
    max: 1,
    onnotice: () => {},
  });
  const counts = [];
  for (const { name, rows } of manifest.tables) {
    const [row] = await sql.unsafe<{ count: number }[]>(`select count(*)::int as count from ${name}`);
    counts.push({ name, isWhole: rows <= (row?.count ?? 0) });
  }
  await sql.end();
  expect(counts.filter(({ isWhole }) => !isWhole)).toEqual([]);
  expect(counts.length).toBeGreaterThan(30);
  // Somebody who was signed in still is, and sees the catalog.
  const page = await fetch(`http://127.0.0.1:${port}/api/v1/entities?org=harbourline`, {
    headers: { cookie: `causeway-session=${token}` },
  });
  expect(page.status).toBe(200);
  expect(((await page.json()) as { items: unknown[] }).items.length).toBeGreaterThan(5);

  // Time goes on, is written down beside the database, and then the older state is read back over it: that is no tampering.
  const changed = await fetch(`http://127.0.0.1:${port}/api/v1/members?org=harbourline`, {
    method: "POST",
    headers: {
      cookie: `causeway-session=${token}`,
      origin: `http://127.0.0.1:${port}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ name: "After The Backup", email: "after.the.backup@harbourline.example", role: "viewer" }),
  });
  expect(changed.status, await changed.text()).toBeLessThan(300);
  await expect
    .poll(async () => (await run(restored, "verify-audit", "--anchor")).output, { timeout: 60_000 })
    .toMatch(/harbourline: \d+ entries, sealed[^,]*, anchored/);
  portal.child.kill("SIGINT");
  await once(portal.child, "exit");
  const again = await run(restored, "restore", first, "--replace");
  expect(again, again.output).toMatchObject({ code: 0 });
  const older = await run(restored, "verify-audit");
  expect(older, older.output).toMatchObject({ code: 0 });
  rmSync(place, { recursive: true, force: true });
});
