import { expect, test } from "vitest";
import { matchGlob } from "#lib/ingestion/backstage/match-glob.ts";

test.each([
  ["*.yaml", "a.yaml", true],
  ["*.yaml", "a/b.yaml", false],
  ["*/catalog-info.yaml", "a/catalog-info.yaml", true],
  ["*/catalog-info.yaml", "a/b/catalog-info.yaml", false],
  ["**/catalog-info.yaml", "catalog-info.yaml", true],
  ["**/catalog-info.yaml", "a/b/catalog-info.yaml", true],
  ["a/**/c/*.yml", "a/b/c/d/c/x.yml", true],
  ["?.yaml", "ab.yaml", false],
  ["a.yaml", "a-yaml", false],
])("%s and %s: %s", (pattern, path, isMatch) => {
  expect(matchGlob(pattern, path)).toBe(isMatch);
});

test("a hostile pattern is quick", () => {
  const startedAt = performance.now();
  expect(matchGlob(`${"*a".repeat(500)}b`, "a".repeat(5_000))).toBe(false);
  expect(matchGlob(`${"**/a/".repeat(200)}b`, "a/".repeat(1_000))).toBe(false);
  expect(performance.now() - startedAt).toBeLessThan(500);
});
