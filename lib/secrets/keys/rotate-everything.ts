import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { globalTransaction, tenantTransaction } from "#db/transactions.ts";
import { makeContext, type Org } from "#lib/kernel/context.ts";
import { installationSecret, SettingsError } from "#lib/kernel/env.ts";
import { keyRing, keyRingPath, parseKeyRing } from "#lib/kernel/secrets/key-ring.ts";
import { rotateKeys } from "#lib/secrets/keys/rotate-keys.ts";

/**
 * Gives the installation a new key and puts every secret of every organization under it. When secrets are still under older keys, an
 * earlier rotation was cut off: it is finished, without another new key. `removesOld` deletes the keys that nothing needs any more.
 */
export async function rotateEverything(options: {
  removesOld: boolean;
  say: (line: string) => void;
}): Promise<{ newest: number; rotated: number }> {
  const path = keyRingPath();
  if (path === null) throw new SettingsError("Set CAUSEWAY_DATA_DIR or CAUSEWAY_KEY_RING: the new key needs a file.");
  if (options.removesOld) await removeOldKeys(path, options.say);
  else if ((await orgsBehind()).length === 0) addKey(path, options.say);
  else options.say("A rotation was cut off; it goes on");
  let rotated = 0;
  for (let behind = await orgsBehind(); behind.length > 0; behind = await orgsBehind()) {
    for (const orgId of behind) rotated += await rotateOrg(orgId);
  }
  const { newest } = keyRing();
  options.say(`${rotated} secrets were put under key ${newest}; none is left under an older one`);
  return { newest, rotated };
}

async function orgsBehind(): Promise<string[]> {
  const rows = await globalTransaction((tx) =>
    tx.execute<{ org_id: string }>(sql`select org_id from orgs_with_older_keys(${keyRing().newest})`),
  );
  return rows.map(({ org_id }) => org_id);
}

async function rotateOrg(orgId: string): Promise<number> {
  const [org] = await tenantTransaction({ orgId }, (tx) =>
    tx.execute<Org>(
      sql`select org_id as id, slug, name, time_zone as "timeZone" from orgs where org_id = ${orgId}::uuid`,
    ),
  );
  if (org === undefined) return 0;
  const actor = { kind: "system" as const, id: null, name: "npm run rotate-keys" };
  const ctx = makeContext({ org, actor, role: "admin", door: "job" });
  return (await rotateKeys.call(ctx, {})).rotated;
}

function addKey(path: string, say: (line: string) => void): void {
  const version = keyRing().newest + 1;
  const text = existsSync(path)
    ? readFileSync(path, "utf8").trimEnd()
    : "# Keys of stored secrets. Keep a copy apart from the backups.";
  writeKeys(path, `${text}\n${version} ${randomBytes(32).toString("hex")}\n`);
  say(`Key ${version} was added to ${path}`);
}

async function removeOldKeys(path: string, say: (line: string) => void): Promise<void> {
  if ((await orgsBehind()).length > 0)
    throw new SettingsError("Some secrets are still under older keys; run npm run rotate-keys first.");
  const { newest } = keyRing();
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  const kept = lines.filter((line) => !/^\d/.test(line) || line.startsWith(`${newest} `));
  writeKeys(path, kept.join("\n"));
  say(`${lines.length - kept.length} older keys were removed from ${path}`);
}

// Whole or not at all: half a key ring would make secrets unreadable.
function writeKeys(path: string, text: string): void {
  parseKeyRing(text, installationSecret());
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  renameSync(draft, path);
}
