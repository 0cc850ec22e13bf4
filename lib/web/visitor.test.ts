import { expect, test } from "vitest";
import { addressOf } from "#lib/web/visitor.ts";

const from = (forwarded: string | null, peer = "192.0.2.1") =>
  new Headers({ "x-causeway-peer": peer, ...(forwarded === null ? {} : { "x-forwarded-for": forwarded }) });

test("without a trusted proxy the connection's own address counts, whatever the caller wrote", () => {
  for (const forged of [null, "", "203.0.113.9", "203.0.113.9, 198.51.100.7", "nonsense"])
    expect(addressOf(from(forged), 0)).toBe("192.0.2.1");
});

test("with trusted proxies only the entries that they added count", () => {
  expect(addressOf(from("198.51.100.7"), 1)).toBe("198.51.100.7");
  expect(addressOf(from("203.0.113.9, 198.51.100.7"), 1)).toBe("198.51.100.7");
  expect(addressOf(from("203.0.113.9, 198.51.100.7, 10.0.0.2"), 2)).toBe("198.51.100.7");
  // Fewer entries than there are proxies: the request went round them.
  expect(addressOf(from(null), 1)).toBe("192.0.2.1");
  expect(addressOf(from("198.51.100.7"), 2)).toBe("192.0.2.1");
});
