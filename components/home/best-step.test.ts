import { expect, test } from "vitest";
import { findBestStep } from "#components/home/best-step.ts";

const entity = (id: string) => ({
  id,
  blueprint: "component",
  identifier: id,
  title: id,
  description: null,
  owner: null,
  lifecycle: null,
  type: null,
  tags: [],
  version: 1,
  updatedAt: "2026-06-01T10:00:00Z",
});
const failure = (entityId: string, rule: string, missing: number) => ({
  entityId,
  scorecard: "docs",
  scorecardTitle: "Docs",
  rule,
  ruleTitle: `Has ${rule}`,
  remedy: `Add ${rule}`,
  level: { rank: 2, name: "Silver" },
  missing,
  state: "fail" as const,
  changedAt: "2026-06-01T10:00:00Z",
});
const level = (entityId: string, rank: number) => ({ entityId, scorecard: "docs", title: "Docs", rank, name: "" });
const entities = ["a", "b", "c", "d"].map(entity);
const levels = [level("a", 1), level("b", 1), level("c", 1), level("d", 2)];

test("the rule that lifts most comes before the one that is in the way of most", () => {
  const failures = [
    failure("a", "tests", 2),
    failure("b", "tests", 2),
    failure("a", "owner", 2),
    failure("c", "owner", 1),
  ];
  const step = findBestStep({ entities, failures, levels });
  expect(step?.failure.rule).toBe("owner");
  expect(step?.lifted.map(({ id }) => id)).toEqual(["c"]);
  expect(step?.closer.map(({ id }) => id)).toEqual(["a"]);
  expect([step?.reached, step?.total]).toEqual([1, 4]);
});

test("where no rule lifts anything, the one that is in the way of most", () => {
  const failures = [failure("a", "owner", 2), failure("a", "tests", 2), failure("b", "tests", 3)];
  expect(findBestStep({ entities, failures, levels })?.failure.rule).toBe("tests");
});

test("nothing fails, or only what is not the reader's: there is no step", () => {
  expect(findBestStep({ entities, failures: [], levels })).toBeNull();
  expect(findBestStep({ entities, failures: [failure("theirs", "owner", 1)], levels })).toBeNull();
});
