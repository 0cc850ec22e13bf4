import { expect, test } from "vitest";
import { needsSentence } from "#components/home/count-words.ts";
import { findNeeds } from "#components/home/needs-you.ts";

const run = (
  number: number,
  status: "failed" | "succeeded",
  parts: { title?: string; by?: string; createdAt?: string } = {},
) => ({
  id: `run-${number}`,
  number,
  title: parts.title ?? "Create cart",
  status,
  action: { identifier: "create-service", title: "Create a service" },
  startedBy: { kind: "user", id: parts.by ?? "me", name: "Me" },
  stepCount: 4,
  stepsDone: 1,
  error: null,
  createdAt: parts.createdAt ?? "2026-06-01T10:00:00Z",
  startedAt: null,
  finishedAt: null,
});
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
const failure = (entityId: string, rule: string, missing = 1) => ({
  entityId,
  scorecard: "docs",
  scorecardTitle: "Docs",
  rule,
  ruleTitle: `Has ${rule}`,
  remedy: `Add ${rule}`,
  level: { rank: 1, name: "Bronze" },
  missing,
  state: "fail" as const,
  changedAt: "2026-06-01T10:00:00Z",
});
const nothing = {
  org: "acme",
  personId: "me",
  runs: [],
  entities: [],
  failures: [],
  notifications: [],
  nowMs: Date.parse("2026-06-02T10:00:00Z"),
};

test("my failed runs of this week that nobody made good", () => {
  const runs = [
    run(9, "succeeded", { title: "Create tax" }),
    run(8, "failed", { title: "Create tax" }),
    run(7, "failed"),
    run(6, "failed", { by: "somebody" }),
    run(5, "failed", { title: "Old", createdAt: "2026-04-01T10:00:00Z" }),
  ];
  expect(findNeeds({ ...nothing, runs }).map((need) => need.id)).toEqual(["run run-7"]);
});

test("rules that keep my components from their next level; one that is the last says so", () => {
  const failures = [
    failure("a", "owner", 2),
    failure("a", "docs", 2),
    failure("b", "docs"),
    failure("not-mine", "docs"),
  ];
  const needs = findNeeds({ ...nothing, entities: [entity("a"), entity("b")], failures });
  expect(needs.map((need) => (need.kind === "rule" ? [need.entity.id, need.failure.rule, need.isLast] : null))).toEqual(
    [
      ["a", "owner", false],
      ["a", "docs", false],
      ["b", "docs", true],
    ],
  );
});

test("what the inbox asks for, but a failed run once only", () => {
  const notification = (kind: "run.failed" | "owner.changed") => ({
    id: kind,
    kind,
    title: "cart lost its owner",
    body: "",
    href: "/catalog/component/cart",
    tone: "warn" as const,
    needsAction: true,
    occurrences: 1,
    at: "2026-06-01T10:00:00Z",
    isRead: false,
    isArchived: false,
  });
  const needs = findNeeds({ ...nothing, notifications: [notification("run.failed"), notification("owner.changed")] });
  expect(needs.map(({ id, href }) => [id, href])).toEqual([
    ["notification owner.changed", "/acme/catalog/component/cart"],
  ]);
});

test("the sentence counts in words", () => {
  expect([0, 1, 3, 40].map(needsSentence)).toEqual([
    "Nothing needs you",
    "One thing needs you",
    "Three things need you",
    "40 things need you",
  ]);
});
