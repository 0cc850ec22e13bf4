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
  updatedAt: "2026-06-01T10:00:00Z",
});
const scorecard = {
  id: "s",
  identifier: "docs",
  title: "Docs",
  description: "",
  filter: "",
  version: 1,
  ruleCount: 3,
  total: 2,
  evaluatedAt: null,
  counts: [],
  levels: [
    { rank: 1, name: "Bronze" },
    { rank: 2, name: "Silver" },
  ],
};
const level = (entityId: string, rank: number, name: string) => ({
  entityId,
  scorecard: "docs",
  title: "Docs",
  rank,
  name,
});
const nothing = {
  org: "acme",
  personId: "me",
  runs: [],
  entities: [],
  levels: [],
  scorecards: [scorecard],
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

test("components below the highest level, the lowest first", () => {
  const entities = [entity("b"), entity("a"), entity("done")];
  const levels = [level("b", 1, "Bronze"), level("a", 0, "None"), level("done", 2, "Silver")];
  const needs = findNeeds({ ...nothing, entities, levels });
  expect(needs.map((need) => (need.kind === "level" ? [need.entity.id, need.nextName] : null))).toEqual([
    ["a", "Bronze"],
    ["b", "Silver"],
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
