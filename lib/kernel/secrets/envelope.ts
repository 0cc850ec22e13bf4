import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "#lib/kernel/errors.ts";
import type { KeyRing } from "#lib/kernel/secrets/key-ring.ts";

/** Whose value it is and what for. Encrypted with another place than it is read from, a value cannot be read. */
export type SecretPlace = { orgId: string; secretId: string; purpose: string };

/** What is stored of a value: encrypted with a key of its own, which a key of the ring encrypts. */
export type Envelope = { keyVersion: number; wrappedKey: Buffer; sealed: Buffer };

/** Encrypts a value (AES-256-GCM) for one place. */
export function sealSecret(ring: KeyRing, place: SecretPlace, value: string): Envelope {
  const key = randomBytes(32);
  return { ...wrap(ring, place, key), sealed: encrypt(key, boundTo(place, "value"), Buffer.from(value, "utf8")) };
}

/** Decrypts a value. @throws AppError `unavailable` when a byte was changed, the place is another or the key is gone */
export function openSecret(ring: KeyRing, place: SecretPlace, envelope: Envelope): string {
  const key = unwrap(ring, place, envelope);
  return decrypt(key, boundTo(place, "value"), envelope.sealed).toString("utf8");
}

/** The same value under the newest key of the ring. The value itself is not decrypted for it. */
export function rewrapSecret(ring: KeyRing, place: SecretPlace, envelope: Envelope): Envelope {
  return { ...wrap(ring, place, unwrap(ring, place, envelope)), sealed: envelope.sealed };
}

function wrap(ring: KeyRing, place: SecretPlace, key: Buffer): Pick<Envelope, "keyVersion" | "wrappedKey"> {
  const keyVersion = ring.newest;
  return { keyVersion, wrappedKey: encrypt(ringKey(ring, keyVersion), boundTo(place, `key ${keyVersion}`), key) };
}

function unwrap(ring: KeyRing, place: SecretPlace, { keyVersion, wrappedKey }: Envelope): Buffer {
  return decrypt(ringKey(ring, keyVersion), boundTo(place, `key ${keyVersion}`), wrappedKey);
}

function ringKey(ring: KeyRing, version: number): Buffer {
  const key = ring.keys.get(version);
  if (key === undefined)
    throw new AppError(
      "unavailable",
      `A stored secret needs version ${version} of the key ring, which is not there; an operator can put it back.`,
    );
  return key;
}

// Every part with its length, so that no two places give the same bytes.
function boundTo({ orgId, secretId, purpose }: SecretPlace, part: string): Buffer {
  const parts = ["causeway secret", part, orgId, secretId, purpose];
  return Buffer.from(parts.map((text) => `${Buffer.byteLength(text)}:${text}`).join(""), "utf8");
}

function encrypt(key: Buffer, boundData: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(boundData);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

function decrypt(key: Buffer, boundData: Buffer, stored: Buffer): Buffer {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, stored.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(boundData).setAuthTag(stored.subarray(-16));
    return Buffer.concat([decipher.update(stored.subarray(12, -16)), decipher.final()]);
  } catch (error) {
    throw new AppError(
      "unavailable",
      "A stored secret cannot be read: it was changed, or belongs to another key. Enter it again.",
      [],
      { cause: error },
    );
  }
}
