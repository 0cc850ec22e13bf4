import { hkdfSync } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { installationSecret, SettingsError, settings } from "#lib/kernel/env.ts";

/** The keys that encrypt the keys of stored values. `newest` encrypts; every version still decrypts. */
export type KeyRing = { newest: number; keys: ReadonlyMap<number, Buffer> };

const keyLine = /^(\d{1,9}) ([0-9a-f]{64})$/;

/** Where further versions are kept: a file of the data directory, or where CAUSEWAY_KEY_RING says. Null when neither is known. */
export function keyRingPath(): string | null {
  const { CAUSEWAY_KEY_RING, CAUSEWAY_DATA_DIR } = settings();
  return CAUSEWAY_KEY_RING ?? (CAUSEWAY_DATA_DIR === undefined ? null : join(CAUSEWAY_DATA_DIR, "key-ring"));
}

let kept: { stamp: string; ring: KeyRing } | undefined;

/**
 * The key ring: version 0 is derived from the installation's secret, others are lines `<version> <64 hex digits>` of the key ring's file.
 * Read again when the file changes, so that a rotation needs no restart.
 * @throws SettingsError
 */
export function keyRing(): KeyRing {
  const path = keyRingPath();
  const secret = installationSecret();
  const stamp = `${secret}\0${path}\0${stampOf(path)}`;
  if (kept?.stamp !== stamp) kept = { stamp, ring: parseKeyRing(textOf(path), secret) };
  return kept.ring;
}

/** Reads the text of a key ring's file. @throws SettingsError naming the line */
export function parseKeyRing(text: string, secret: string): KeyRing {
  const keys = new Map<number, Buffer>([[0, derivedKey(secret)]]);
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [, version = "", hex = ""] = keyLine.exec(line.trim()) ?? [];
    const number = Number(version);
    if (hex === "" || number === 0 || keys.has(number)) {
      throw new SettingsError(
        `Line ${index + 1} of the key ring is no key; write “<version> <64 hex digits>”, every version once, from 1.`,
      );
    }
    keys.set(number, Buffer.from(hex, "hex"));
  }
  return { newest: Math.max(...keys.keys()), keys };
}

function derivedKey(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "causeway key ring version 0", 32));
}

function stampOf(path: string | null): string {
  const found = path === null ? undefined : statSync(path, { throwIfNoEntry: false });
  return found === undefined ? "" : `${found.ino} ${found.mtimeMs} ${found.size}`;
}

function textOf(path: string | null): string {
  try {
    return path === null ? "" : readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw new SettingsError(`The key ring ${path} cannot be read; let the user that Causeway runs as read it.`, {
      cause: error,
    });
  }
}
