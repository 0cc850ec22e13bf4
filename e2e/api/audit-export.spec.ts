import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "../fixtures.ts";

const run = promisify(execFile);

test("what is filtered is exported, the export is written down, and the chain can be checked without the database", async ({
  pageOf,
  origin,
}) => {
  const page = await pageOf("admin");
  const path = "/api/audit/harbourline/export";
  const post = (query: string, headers: Record<string, string> = { origin }) =>
    page.request.post(`${path}?${query}`, { headers });

  const lines = (await (await post("format=jsonl&operation=org.create")).text()).trim().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { operation: string }).operation)).toEqual(["org.create"]);
  const csv = await (await post("format=csv&operation=audit.start-export")).text();
  expect(csv.split("\r\n")[0]).toBe(
    "seq,at,operation,door,actorKind,actorName,subjectKind,subjectId,subjectName,before,after,requestId,id,hash",
  );
  // The exports before are in it, and this one.
  expect(csv).toContain("audit.start-export");

  for (const headers of [{}, { origin: "null" }, { origin: "https://evil.example" }] as Record<string, string>[])
    expect((await post("format=csv", headers)).status(), JSON.stringify(headers)).toBe(403);
  expect((await post("format=xml")).status()).toBe(422);
  expect((await page.request.get(`${path}?format=csv`)).status()).toBe(405);
  const viewer = await pageOf("viewer");
  expect((await viewer.request.post(`${path}?format=csv`, { headers: { origin } })).status()).toBe(404);
  const stranger = await pageOf("stranger");
  expect((await stranger.request.post(`${path}?format=csv`, { headers: { origin } })).status()).toBe(404);

  const directory = mkdtempSync(join(tmpdir(), "causeway-chain-"));
  const verify = async (text: string) => {
    const file = join(directory, "chain.jsonl");
    writeFileSync(file, text);
    const command = run("node", ["bin/causeway.mjs", "verify-audit", "--file", file], {
      cwd: join(import.meta.dirname, "../.."),
      env: { ...process.env, NODE_ENV: "production" },
    });
    return command
      .then(({ stdout }) => `0 ${stdout}`)
      .catch((error: { code: number; stdout: string }) => `${error.code} ${error.stdout}`);
  };
  const chain = await (await post("format=chain")).text();
  expect(await verify(chain)).toMatch(/^0 .*harbourline: \d+ entries.*unbroken/s);
  expect(await verify(chain.replace('"operation":"org.create"', '"operation":"org.change"'))).toMatch(
    /^1 .*modified: entry/s,
  );
  expect(await verify(chain.trimEnd().split("\n").slice(0, -1).join("\n"))).toMatch(/^1 .*truncated/s);
  rmSync(directory, { recursive: true });
});
