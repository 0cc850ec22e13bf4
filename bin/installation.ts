import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseSettings, type Settings } from "#lib/kernel/env.ts";
import { Refusal } from "./refusal.ts";
import { fromInvocation, root } from "./root.ts";

/** One Causeway on this machine: its settings, where its data lives and its secret. */
export type Installation = {
  settings: Settings;
  dataDir: string;
  secret: string;
  isDemo: boolean;
  /** The address that people use. */
  origin: string;
};

/** Settings and data directory, checked; the directory and the secret are made when they are missing. */
export function openInstallation(): Installation {
  const settings = parseSettings(process.env);
  const isDemo = (settings.CAUSEWAY_DEMO ?? (settings.DATABASE_URL === undefined ? "on" : "off")) === "on";
  if (isDemo && settings.CAUSEWAY_HOST !== "127.0.0.1") {
    throw new Refusal(
      `Demo mode signs people in without a password and so listens on 127.0.0.1 only; unset CAUSEWAY_HOST (it is ${settings.CAUSEWAY_HOST}) or set CAUSEWAY_DEMO=off.`,
    );
  }
  const dataDir = dataDirectory(settings);
  // As root the database server runs as another user, which has to pass through here.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o711);
  mkdirSync(join(dataDir, "repositories"), { recursive: true, mode: 0o700 });
  mkdirSync(join(dataDir, "logs"), { recursive: true, mode: 0o700 });
  const host = settings.CAUSEWAY_HOST.includes(":") ? `[${settings.CAUSEWAY_HOST}]` : settings.CAUSEWAY_HOST;
  const origin = new URL(settings.CAUSEWAY_ORIGIN ?? `http://${host}:${settings.CAUSEWAY_PORT}`).origin;
  return { settings, dataDir, isDemo, origin, secret: settings.CAUSEWAY_SECRET ?? storedSecret(dataDir) };
}

/** Where this installation keeps its data, whether or not it exists yet. */
export function dataDirectory(settings: Settings): string {
  return settings.CAUSEWAY_DATA_DIR === undefined
    ? join(root, ".causeway")
    : fromInvocation(settings.CAUSEWAY_DATA_DIR);
}

function storedSecret(dataDir: string): string {
  const path = join(dataDir, "secret");
  if (!existsSync(path)) {
    // Whole or not at all: a full disk or a kill must not leave half a secret behind.
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, randomBytes(32).toString("hex"), { mode: 0o600 });
    try {
      linkSync(draft, path);
    } catch (error) {
      if (!existsSync(path)) throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length < 32)
    throw new Refusal(
      `${path} holds no usable secret; put back the one from a backup, or delete the file to get a new one.`,
    );
  return secret;
}
