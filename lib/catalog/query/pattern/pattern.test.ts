import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, isLongRun, testDatabase } from "#db/testing.ts";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { matchPattern } from "./match-pattern.ts";
import { parsePattern } from "./parse-pattern.ts";
import { writePostgresPattern } from "./spelling.ts";
import { wholeText } from "./whole.ts";

beforeAll(async () => {
  await testDatabase();
});
afterAll(closeTestDatabase);

/** Patterns of everything that the subset has, over an alphabet so small that they often match. */
const aPattern = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(
      "a",
      "b",
      "A",
      "é",
      "𝒳",
      "\\.",
      "\\n",
      ".",
      "[ab]",
      "[^a]",
      "[a-c\\d]",
      "\\d",
      "\\W",
      "\\s",
      "^",
      "$",
      "",
    ),
    fc.array(tie("pattern"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
    fc.array(tie("pattern"), { minLength: 1, maxLength: 3 }).map((parts) => `(${parts.join("|")})`),
    fc
      .tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{2}", "{1,3}", "{0,}", "*?"))
      .map(([part, count]) => `(?:${part})${count}`),
  ),
})).pattern;
const aText = fc.string({ unit: fc.constantFrom("a", "b", "A", "1", "é", "𝒳", "\n", ".", " ", "_"), maxLength: 12 });
const flagged = fc.tuple(fc.constantFrom("", "(?i)"), aPattern).map(([flag, pattern]) => flag + pattern);

describe("patterns", () => {
  test("PostgreSQL and RE2 agree on whether a text matches", { timeout: 300_000 }, async () => {
    let matched = 0;
    const batch = fc.array(fc.tuple(flagged, aText, fc.boolean()), { minLength: 50, maxLength: 50 });
    const property = fc.asyncProperty(batch, async (cases) => {
      const read = cases.flatMap(([written, text, isWhole]) => {
        const pattern = parsePattern(written);
        return [{ written, text, pattern: isWhole ? wholeText(pattern) : pattern }];
      });
      const tests = read.map(
        ({ pattern, text }) => sql`(${text}::text collate "C" ~ ${writePostgresPattern(pattern)}::text)`,
      );
      const [row] = await compiledQueryTransaction((tx) =>
        tx.execute<{ found: boolean[] }>(sql`select to_json(array[${sql.join(tests, sql`, `)}]) as found`),
      );
      for (const [index, { written, text, pattern }] of read.entries()) {
        const expected = matchPattern(pattern, text);
        if (expected) matched += 1;
        expect(row?.found[index], `${JSON.stringify(written)} in ${JSON.stringify(text)}`).toBe(expected);
      }
    });
    await fc.assert(property, { numRuns: isLongRun() ? 1000 : 20 });
    expect(matched).toBeGreaterThan(100);
  });

  test.each([
    ["(a)\\1", "references back to a group"],
    ["(?=a)", "looking ahead or behind"],
    ["(?<name>a)", "names"],
    ["a{101}", "count to at most 100"],
    ["((a{50}){50}){2}", "once its counts are written out"],
    ["a{3,1}", "wrong order"],
    ["[b-a]", "wrong order"],
    ["a**", "follows another repetition"],
    ["*", "nothing before *"],
    ["^*", "cannot be repeated"],
    ["(a", "has no )"],
    ["a)", "no ( before it"],
    ["[a", "no ] behind it"],
    ["\\p{L}", "\\p is not possible here"],
    ["a\\", "nothing behind it"],
    ["a{", "write \\{ for the sign"],
    ["(".repeat(30), "nested at most 20"],
    ["a".repeat(600), "at most 500 characters"],
  ])("%s is refused", (pattern, message) => {
    expect(() => parsePattern(pattern)).toThrow(message);
  });

  // Work instead of time would be better to count, but neither engine tells it: texts ten times as long are compared generously.
  test("what is exponential or quadratic for others is done in both engines at a megabyte", {
    timeout: 120_000,
  }, async () => {
    const text = "a".repeat(1_000_000);
    for (const written of ["(a*)*b", "(a|aa)+$b", "(a+)+b", "^(([a-z])+.)+[A-Z]([a-z])+$", "(a?){50}a{50}b"]) {
      const pattern = parsePattern(written);
      const statement = sql`select ${text}::text collate "C" ~ ${writePostgresPattern(pattern)}::text as found`;
      const [row] = await compiledQueryTransaction((tx) => tx.execute<{ found: boolean }>(statement));
      expect(row?.found, written).toBe(false);
      expect(matchPattern(pattern, text.slice(0, 100_000)), written).toBe(false);
    }
  });
});
