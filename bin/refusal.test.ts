import { DrizzleQueryError } from "drizzle-orm";
import { expect, test } from "vitest";
import { sentenceOf } from "./refusal.ts";

const stopped = (code: string, message: string) =>
  new DrizzleQueryError(
    "insert into entities values ($1)",
    ["x".repeat(1_000_000)],
    Object.assign(new Error(message), { code }),
  );

test("a statement that failed is told in the database's words, without what it was given", () => {
  expect(sentenceOf(stopped("57014", "canceling statement due to statement timeout"))).toContain("took too long");
  expect(sentenceOf(stopped("53100", "could not extend file"))).toContain("The disk is full");
  expect(sentenceOf(stopped("23505", "duplicate key value"))).toBe(
    "The database refused a statement: duplicate key value.",
  );
});

test("an error that nobody can act on has no sentence", () => {
  expect(sentenceOf(new Error("anything"))).toBeNull();
});
