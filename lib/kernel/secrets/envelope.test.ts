import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { isLongRun } from "#db/testing.ts";
import { type Envelope, openSecret, rewrapSecret, type SecretPlace, sealSecret } from "#lib/kernel/secrets/envelope.ts";
import { type KeyRing, parseKeyRing } from "#lib/kernel/secrets/key-ring.ts";

const secret = "a secret of this installation, long enough";
const line = (version: number) => `${version} ${randomBytes(32).toString("hex")}`;
const ring = parseKeyRing(`# keys\n${line(1)}\n${line(2)}\n`, secret);
const place: SecretPlace = { orgId: randomUUID(), secretId: randomUUID(), purpose: "git" };
const refusal = { code: "unavailable" };
const refused = (open: () => string) => {
  try {
    open();
    return false;
  } catch (error) {
    expect(error).toMatchObject(refusal);
    return true;
  }
};

test("a value is read where it was written, and nothing of it is in what is stored", () => {
  for (const value of ["s", "token-".repeat(2000), "ключ 🔑"]) {
    const envelope = sealSecret(ring, place, value);
    expect(openSecret(ring, place, envelope)).toBe(value);
    expect(envelope.keyVersion).toBe(2);
    if (value.length > 4) expect(envelope.sealed.includes(Buffer.from(value))).toBe(false);
  }
});

test("with any bit changed it is refused", () => {
  const envelope = sealSecret(ring, place, "token-0123456789");
  let tried = 0;
  let refusals = 0;
  for (const part of ["sealed", "wrappedKey"] as const) {
    for (let bit = 0; bit < envelope[part].length * 8; bit++) {
      const bytes = Buffer.from(envelope[part]);
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      tried++;
      if (refused(() => openSecret(ring, place, { ...envelope, [part]: bytes }))) refusals++;
    }
    for (const length of [0, 11, 12, 28, envelope[part].length - 1]) {
      tried++;
      if (refused(() => openSecret(ring, place, { ...envelope, [part]: envelope[part].subarray(0, length) })))
        refusals++;
    }
  }
  expect({ tried, refusals }).toEqual({ tried: 842, refusals: 842 });
});

test("moved to another organization, secret or purpose it is refused, and so is a mix of two", () => {
  const envelope = sealSecret(ring, place, "token");
  const other = sealSecret(ring, { ...place, secretId: randomUUID() }, "token");
  const moves: [typeof place, Envelope][] = [
    [{ ...place, orgId: randomUUID() }, envelope],
    [{ ...place, secretId: randomUUID() }, envelope],
    [{ ...place, purpose: "http-header" }, envelope],
    [{ orgId: place.orgId + place.secretId.slice(0, 1), secretId: place.secretId.slice(1), purpose: "git" }, envelope],
    [place, other],
    [place, { ...envelope, sealed: other.sealed }],
    [place, { ...envelope, wrappedKey: other.wrappedKey, keyVersion: other.keyVersion }],
    [place, { ...envelope, keyVersion: 1 }],
    [place, { ...envelope, keyVersion: 7 }],
  ];
  expect(moves.filter(([where, what]) => !refused(() => openSecret(ring, where, what)))).toEqual([]);
});

test("a value under an older key is read, and after rewrapping needs only the newest", () => {
  const old = parseKeyRing("", secret);
  const envelope = sealSecret(old, place, "token");
  expect(envelope.keyVersion).toBe(0);
  expect(openSecret(ring, place, envelope)).toBe("token");
  const rewrapped = rewrapSecret(ring, place, envelope);
  const alone: KeyRing = { newest: 2, keys: new Map([[2, ring.keys.get(2) ?? Buffer.alloc(0)]]) };
  expect(openSecret(alone, place, rewrapped)).toBe("token");
  expect(refused(() => openSecret(alone, place, envelope))).toBe(true);
  expect(refused(() => openSecret(parseKeyRing("", `${secret}!`), place, envelope))).toBe(true);
});

test("no nonce comes twice", () => {
  const rounds = isLongRun() ? 500_000 : 10_000;
  const seen = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const { sealed, wrappedKey } = sealSecret(ring, place, "x");
    seen.add(sealed.toString("latin1", 0, 12)).add(wrappedKey.toString("latin1", 0, 12));
  }
  expect(seen.size).toBe(rounds * 2);
});

test.each(["1", "x y", `0 ${"a".repeat(64)}`, `1 ${"a".repeat(63)}`, `1 ${"a".repeat(64)}\n1 ${"b".repeat(64)}`])(
  "a key ring with the line %j names the line",
  (text) => {
    expect(() => parseKeyRing(text, secret)).toThrow(/^Line [12] of the key ring/);
  },
);
