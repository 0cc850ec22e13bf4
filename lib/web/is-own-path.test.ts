import { expect, test } from "vitest";
import { isOwnPath } from "#lib/web/is-own-path.ts";

const base = "http://127.0.0.1:3000";

/** Every form by which an address for "sign in, then go on" could lead elsewhere, or run something. */
const hostile = [
  "https://evil.example",
  "http://evil.example",
  "HTTPS://EVIL.EXAMPLE",
  "//evil.example",
  "///evil.example",
  "////evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "/\\/evil.example",
  "//\\evil.example",
  "\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r/evil.example",
  "\t//evil.example",
  "\n//evil.example",
  " //evil.example",
  "\u0000//evil.example",
  "\u001f//evil.example",
  "https:evil.example",
  "https:/evil.example",
  "https:\\evil.example",
  "https:\\\\evil.example",
  "https:///evil.example",
  "http:\\evil.example",
  "ht\ttps://evil.example",
  "https://127.0.0.1:3000@evil.example",
  "http://127.0.0.1:3000@evil.example/",
  "//127.0.0.1:3000@evil.example",
  "http://user:pass@evil.example",
  "http://127.0.0.1:3000.evil.example",
  "http://127.0.0.1.evil.example:3000",
  "http://evil.example/127.0.0.1:3000",
  "http://evil.example#127.0.0.1:3000",
  "http://evil.example?127.0.0.1:3000",
  "http://127.0.0.1:3001",
  "http://127.0.0.1",
  "https://127.0.0.1:3000",
  "http://localhost:3000",
  "http://[::1]:3000",
  "http://127.0.0.1:3000\\@evil.example",
  "http://127.0.0.1:3000\t@evil.example",
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "\u0001javascript:alert(1)",
  "javascript://127.0.0.1:3000/%0aalert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "blob:http://127.0.0.1:3000/x",
  "ftp://127.0.0.1:3000/",
  "ws://127.0.0.1:3000/",
  "//evil。example",
  "//ｅvil.example",
  "///\u2028evil.example",
  "//%65vil.example",
  "http://0x7f000001.evil.example",
  "//evil.example/%2e%2e",
  "//evil.example:3000",
  "http://",
  "http://%",
];

test(`none of ${hostile.length} forms leads away from the own origin`, () => {
  const accepted = hostile.filter((address) => isOwnPath(address, base));
  // What is accepted has to stay; what cannot be judged has to be refused.
  expect(accepted.map((address) => [address, new URL(address, base).origin])).toEqual([]);
  expect(hostile.length).toBeGreaterThanOrEqual(60);
});

test("encoded forms are paths of the own origin and stay there", () => {
  for (const address of [
    "/%2f%2fevil.example",
    "/%5cevil.example",
    "/%09/evil.example",
    "/@evil.example",
    "/..//evil",
    "?next=//evil.example",
  ]) {
    expect(isOwnPath(address, base), address).toBe(true);
    expect(new URL(address, base).origin, address).toBe(base);
  }
});

test("own addresses are accepted", () => {
  for (const address of ["/", "/harbourline/catalog?text=a%20b#top", `${base}/harbourline`, base])
    expect(isOwnPath(address, base), address).toBe(true);
});
