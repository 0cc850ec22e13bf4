import { describe, expect, test } from "vitest";
import { testNow } from "./arbitraries.ts";
import type { EntityFacts } from "./entity-facts.ts";
import { allFunctions } from "./functions/find-function.ts";
import { evaluateQuery } from "./interpreter/evaluate.ts";
import { parseQuery } from "./text/parse.ts";
import { listOf, number, text } from "./value-type.ts";

const entity: EntityFacts = {
  blueprint: "component",
  identifier: "payments-api",
  title: "Payments API",
  description: null,
  owner: "group:payments",
  lifecycle: "production",
  type: "service",
  text: "payments api",
  tags: ["pci", "tier-1"],
  createdAt: "2025-01-01T00:00:00.000Z",
  updatedAt: "2026-01-14T12:00:00.000Z",
  properties: {
    version: "1.4.2",
    beta: "2.0.0-rc.1",
    lines: "180",
    costs: [{ amount: 10 }, { amount: 5.5 }],
    "test.coverage": { line: 91 },
    on: true,
    mixed: [1, "a"],
  },
  annotations: {},
  labels: {},
  links: [
    { title: "Runbook", url: "https://wiki.example/run", type: "runbook" },
    { title: "Board", url: "http://board.example/x", type: "dashboard" },
  ],
  relations: [
    { type: "dependsOn", direction: "outgoing", blueprint: "resource", identifier: "queue", resolved: false },
    { type: "dependsOn", direction: "outgoing", blueprint: "component", identifier: "ledger", resolved: true },
    { type: "dependsOn", direction: "incoming", blueprint: "component", identifier: "shop", resolved: true },
  ],
};

function outcome(query: string) {
  const result = parseQuery(query);
  if (!result.ok) throw new Error(result.error.message);
  return evaluateQuery(result.query, entity, { now: testNow });
}

describe("expressions", () => {
  test.each([
    ['entity.tag() == "payments-api" AND entity.type() == "component"', "true"],
    ["entity.description() != null", "false"],
    ["entity.description().length > 0", "false"],
    ['hasGroup("pci") and !hasGroup("gdpr")', "true"],
    ['groups().any((group) => group.name.matchesIn("tier-"))', "true"],
    ['links("runbook").length = 1', "true"],
    ['links().all(l => l.url startsWith "https://")', "false"],
    ['links("dashboard").anyMatch("http://board\\\\..*")', "true"],
    ['links().map((l) => l.name) contains "Board"', "true"],
    ['custom("test.coverage").line > 90', "true"],
    ['jq(custom("lines"), ". | tonumber") <= 200', "true"],
    ['jq(custom("test.coverage"), ".line >= 92")', "false"],
    ["properties.costs.map((c) => c.amount).sum() = 15.5", "true"],
    ["properties.costs.map((c) => c.amount).average() * 2 > 15", "true"],
    ['captures("costs", custom("costs")).filter((c) => c.amount > 6).length = 1', "true"],
    ['semver(custom("version")).isStable() and not semver(properties.beta).isStable()', "true"],
    ["semver(properties.version).minor >= 4", "true"],
    ["ownership != null and ownership.allOwners().length = 1", "true"],
    ['ownership.allOwners()[0].name = "group:payments"', "true"],
    ['dependencies.out().any((e) => e.type = "resource" and !e.isResolved)', "true"],
    ['dependencies.in().map((e) => e.tag) contains "shop"', "true"],
    ['entity.destinations(relationshipType = "ownedBy").length = 0', "true"],
    ['entity.lastUpdated() > duration("P-7D")', "true"],
    ['updatedAt.fromNow() > duration("PT-36H")', "true"],
    ["updatedAt - createdAt > 300 days", "true"],
    ['entity.created(asTimestamp = true) < "2025-06-01"', "true"],
    ["identifier.matches('[a-z]+-api') and title.matchesIn(\"(?i)PAY\")", "true"],
    ["properties.on", "true"],
    ["properties.absent", "false"],
    ["(count(dependsOn) + count(incoming dependsOn)) % 2 = 1", "true"],
    ["length(title) > count(dependsOn) * 5", "true"],
    ["1 / 0 > 1", "error"],
    ['properties.mixed in ["a"]', "error"],
    ["properties.mixed.map((x) => x + 1).sum() > 1", "error"],
    // One element that decides is enough; the others may be errors.
    ["properties.mixed.any((x) => x >= 1)", "true"],
    ["properties.mixed.all((x) => x >= 2)", "false"],
    ["properties.mixed.all((x) => x >= 1)", "error"],
    ["custom('version')", "error"],
    ["/* to be written */", "error"],
    ["git != null", "error"],
    ['git.fileExists("README.md") or hasGroup("pci")', "true"],
  ])("%s is %s", (query, state) => {
    const explanation = outcome(query);
    expect(explanation.state, explanation.message).toBe(state);
  });

  test("an error says what is missing, and a failure what was found", () => {
    expect(outcome("git != null").message).toBe(
      "git != null: needs facts of git: connect GitHub, GitLab, Bitbucket or Azure DevOps",
    );
    expect(outcome("/* later */").message).toContain("only a comment");
    expect(outcome('links("runbook").length > 3').message).toBe('found the number 1 at links("runbook").length');
    expect(outcome("properties.lines + 1 > 2").message).toContain('the text "180" + the number 1 cannot be worked out');
  });
});

describe("the type checker", () => {
  const properties = { tier: number, name: text, zones: listOf(text) };

  test.each([
    ["entity.tag() > 3", 1, 16, 17, "a text cannot be compared with a number"],
    ["groups().any((g) => g.nme = 1)", 1, 21, 26, "a group has no nme; use name"],
    ["links().length", 1, 1, 15, "a number is no condition"],
    ["git.fileExists()", 1, 1, 17, "git.fileExists(path: a text) needs path"],
    ["git.fileExists(3)", 1, 16, 17, "path is a text, not a number"],
    ["git.fileExist('a')", 1, 1, 19, '"git.fileExist" is not a function'],
    ["git > 1", 1, 1, 4, "git is a source"],
    ["hasGroup(title)", 1, 10, 15, "name has to be written as a text"],
    ["links().filter(3).length > 1", 1, 16, 17, "a lambda is needed here"],
    ["links().map(l => l.url).sum() > 1", 1, 1, 30, "sum needs a list of numbers"],
    ['title.matches("[a")', 1, 15, 19, "a [ has no ] behind it"],
    ['duration("3 days") > age(createdAt)', 1, 10, 18, "a duration is written as"],
    ["createdAt + updatedAt > createdAt", 1, 13, 22, "nothing that can be worked out"],
    ["x => x", 1, 3, 5, "expected an operator"],
    ["/* open", 1, 1, 3, "no closing */"],
    ["properties.tier > 'a'", 1, 19, 22, "a number cannot be compared with a text"],
    ["properties.zones.any(z => z > 1)", 1, 31, 32, "a text cannot be compared with a number"],
    ["custom('tier').matches('a')", 1, 1, 28, "a number has no matches"],
  ])("%s fails from %i:%i to %i: %s", (query, line, column, endColumn, message) => {
    const result = parseQuery(query, properties);
    if (result.ok) throw new Error("It was read");
    expect(result.error.message).toContain(message);
    expect(result.error).toMatchObject({ line, column, end: endColumn - 1 });
  });

  test("limits are refused with a sentence", () => {
    const problem = (query: string) => {
      const result = parseQuery(query);
      return result.ok ? "it was read" : result.error.message;
    };
    const nested = (depth: number): string =>
      depth === 0 ? "title exists" : `links().any((x) => ${nested(depth - 1)})`;
    expect(problem(nested(3))).toBe("it was read");
    expect(problem(nested(4))).toContain("nested at most 3 deep");
    expect(problem(Array(26).fill("dependencies.out().length").join(" + ").concat(" > 1"))).toContain(
      "more than 25 times",
    );
    expect(problem(`${Array(40).fill("1").join(" + ")} > 1`)).toContain("at most 32 terms");
    expect(problem(Array(300).fill("count(a) > length(title)").join(" or "))).toContain("more than 25 times");
    expect(problem(Array(200).fill("title = type").join(" or "))).toContain("take more than 400 steps");
    expect(problem(`${"-".repeat(20_000)}1 > 0`)).toContain("nested more than 64 levels");
    expect(problem(`${"f(".repeat(20_000)}`)).toContain("nested more than 64 levels");
  });
});

describe("the reference of functions", () => {
  test.each(allFunctions.map((definition) => [definition.name, definition] as const))(
    "the example of %s is read",
    (_name, { example, source, build }) => {
      const result = parseQuery(example);
      expect(result.ok ? "" : result.error.message).toBe("");
      if (build === undefined) expect(outcome(example).message).toContain(`needs facts of ${source}`);
    },
  );
});
