import { expect, test } from "vitest";
import { resolveKey } from "#lib/identity/keys/resolve-key.ts";
import { makeToken } from "#lib/kernel/tokens.ts";

// There is no database in this file: whoever asks it fails.
test("a mistyped key is refused by its checksum, without asking the database", async () => {
  const { token } = makeToken("key");
  const last = token.endsWith("0") ? "1" : "0";
  expect(await resolveKey(token.slice(0, -1) + last)).toBeNull();
  expect(await resolveKey("Bearer")).toBeNull();
  await expect(resolveKey(token)).rejects.toThrow();
});
