import { expect, test } from "vitest";
import { hashToken, isToken, makeToken } from "#lib/kernel/tokens.ts";

test("a token has its kind, 43 random characters and a checksum; only its hash and a prefix are kept", () => {
  const { token, hash, prefix } = makeToken("key");
  expect(token).toMatch(/^causeway_key_[0-9A-Za-z]{49}$/);
  expect(hash).toEqual(hashToken(token));
  expect(hash).toHaveLength(32);
  expect(token.startsWith(prefix)).toBe(true);
  expect(prefix).toHaveLength("causeway_key_".length + 6);
  expect(new Set(Array.from({ length: 1000 }, () => makeToken("key").token)).size).toBe(1000);
});

test("a mistyped, foreign or cut token is told apart without the database", () => {
  const { token } = makeToken("session");
  expect(isToken("session", token)).toBe(true);
  expect(isToken("key", token)).toBe(false);
  expect(isToken("key", token.replace("session", "key"))).toBe(false);
  expect(isToken("session", token.slice(0, -1))).toBe(false);
  expect(isToken("session", `${token} `)).toBe(false);
  expect(isToken("session", "")).toBe(false);
  const other = token.at(-20) === "a" ? "b" : "a";
  expect(isToken("session", `${token.slice(0, -20)}${other}${token.slice(-19)}`)).toBe(false);
});
