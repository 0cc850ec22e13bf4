import { describe, expect, test } from "vitest";
import { formatQuery } from "../text/format.ts";
import { translatePortQuery } from "./port.ts";

function port(input: unknown): string {
  const result = translatePortQuery(input);
  return result.ok ? formatQuery(result.query) : `${result.place}: ${result.message}`;
}
const rule = (property: unknown, operator: string, value?: unknown) => ({ property, operator, value });
const one = (property: unknown, operator: string, value?: unknown) =>
  port({ combinator: "and", rules: [rule(property, operator, value)] });

describe("translatePortQuery", () => {
  test("reads groups, empty ones too", () => {
    const rules = [
      rule("$blueprint", "=", "service"),
      { combinator: "or", rules: [rule("tier", "=", 1), rule("on", "=", true)] },
    ];
    expect(port({ combinator: "and", rules })).toBe(
      'blueprint = "service" and (properties.tier = 1 or properties.on = true)',
    );
    expect(port({ combinator: "and", rules: [] })).toBe("true");
    expect(port({ type: "SEARCH", combinator: "and", conditions: [rule("a", "isNotEmpty")] })).toBe(
      "properties.a exists",
    );
    expect(port({ ...rule("a", "isNotEmpty"), not: true })).toBe("properties.a is empty");
  });

  test.each([
    ["$identifier", "=", "x", 'identifier = "x"'],
    ["property#cost center", "!=", 3, 'not properties["cost center"] = 3'],
    ["a", "<", 3, "properties.a < 3"],
    ["a", ">=", 3, "properties.a >= 3"],
    ["a", "=", null, "properties.a = null"],
    ["a", "contains", "x", 'properties.a contains "x"'],
    ["a", "doesNotContains", "x", 'properties.a not contains "x"'],
    ["a", "beginsWith", "x", 'properties.a startsWith "x"'],
    ["a", "doesNotBeginsWith", "x", 'properties.a not startsWith "x"'],
    ["a", "endsWith", ".md", 'properties.a.matchesIn("\\\\.md$")'],
    ["a", "doesNotEndsWith", ".md", 'not properties.a.matchesIn("\\\\.md$")'],
    ["a", "containsAny", ["x", "y"], 'properties.a contains "x" or properties.a contains "y"'],
    ["a", "in", ["x", "y"], 'properties.a in ["x", "y"]'],
    ["a", "notIn", [1], "properties.a not in [1]"],
    ["a", "isEmpty", undefined, "properties.a is empty"],
    ["$team", "isNotEmpty", undefined, "owner exists"],
    ["$team", "=", "platform", 'owner = "group:platform"'],
    ["$team", "containsAny", ["platform", "user:ada"], 'owner in ["group:platform", "user:ada"]'],
    ["ttl", "isExpired", undefined, "age(properties.ttl) > 0 minutes"],
    ["ttl", "isNotExpired", undefined, "age(properties.ttl) <= 0 minutes"],
    ["$updatedAt", ">", "2026-01-31", 'updatedAt > "2026-01-31"'],
    ["at", ">", "2026-01-31", 'timestamp(properties.at) > "2026-01-31"'],
    ["$createdAt", "between", { preset: "lastWeek" }, "createdAt.age() <= 7 days and createdAt.age() >= 0 minutes"],
    [
      "$createdAt",
      "=",
      { preset: "yesterday" },
      "timestamp(createdAt) >= (today() - 1 day) and timestamp(createdAt) < today()",
    ],
    [
      "at",
      "between",
      { from: "2026-01-01", to: "2026-02-01T00:00:00Z" },
      'timestamp(properties.at) >= "2026-01-01" and timestamp(properties.at) <= "2026-02-01T00:00:00Z"',
    ],
    [
      "at",
      "notBetween",
      { preset: "today" },
      "not (timestamp(properties.at) >= today() and timestamp(properties.at) < (today() + 1 day))",
    ],
  ])("%s %s %j", (property, operator, value, expected) => {
    expect(one(property, operator, value)).toBe(expected);
  });

  test("reads relations", () => {
    expect(port({ relation: "owner", operator: "isEmpty" })).toBe("not count(owner) > 0");
    expect(port({ relation: "owner", operator: "=", value: "x" })).toBe(
      'entity.destinations(relationshipType = "owner").any((e) => e.tag in ["x"])',
    );
    const e1 = 'entity.destinations(relationshipType = "deployedOn")';
    expect(one({ path: ["deployedOn"] }, "matchAny", ["a", "b"])).toBe(`${e1}.any((e1) => e1.tag in ["a", "b"])`);
    expect(one({ path: ["deployedOn", "cluster"] }, "matchAny", "a")).toBe(
      `${e1}.any((e1) => e1.destinations("cluster").any((e2) => e2.tag in ["a"]))`,
    );
    expect(one({ path: [{ relation: "manager", maxHops: 15 }] }, "matchAny", "ceo")).toBe(
      'entity.destinations(relationshipType = "manager", depth = 15).any((e1) => e1.tag in ["ceo"])',
    );
    expect(one({ path: [{ relation: "deployedOn", maxHops: 2 }, "of"] }, "matchAny", "a")).toBe(
      `${e1}.any((e1) => e1.destinations("of").any((e2) => e2.tag in ["a"])) or ${e1}.any((e1) => e1.destinations("deployedOn").any((e2) => e2.destinations("of").any((e3) => e3.tag in ["a"])))`,
    );
    // From the other end it is walked back.
    expect(one({ path: ["runs", "of"], fromBlueprint: "deployment" }, "matchAny", "svc")).toBe(
      'entity.sources(relationshipType = "of").any((e1) => e1.sources("runs").any((e2) => (e2.tag in ["svc"]) and (e2.type = "deployment")))',
    );
  });

  test("reads relations over any distance", () => {
    const related = { operator: "relatedTo", blueprint: "cluster", value: ["prod", "test"], direction: "upstream" };
    expect(port(related)).toBe('relatedTo("cluster:prod") or relatedTo("cluster:test")');
    expect(port({ ...related, value: "prod", direction: "downstream", not: true, required: false })).toBe(
      'not relatedTo("cluster:prod", direction = "incoming")',
    );
  });

  const myTeams = { context: "userTeams", property: "$identifier" };
  test.each([
    [rule("$team", "containsAny", myTeams), "owner in me.teams()"],
    [rule("$team", "containsAny", [myTeams]), "owner in me.teams()"],
    [rule("$team", "notIn", myTeams), "not owner in me.teams()"],
    [rule("$team", "containsAny", "{{getUserTeams()}}"), "owner in me.teams()"],
    [rule("reviewer", "=", { context: "user", property: "$identifier" }), "properties.reviewer = me.email()"],
    [rule("reviewer", "!=", "{{getUserEmail()}}"), "not properties.reviewer = me.email()"],
    [rule(myTeams, "contains", "platform-team"), 'me.teams() contains "group:platform-team"'],
    [
      rule({ context: "user", property: "email" }, "in", ["ada@example.com", "bo@example.com"]),
      'me.email() in ["ada@example.com", "bo@example.com"]',
    ],
  ])("reads who asks: %j", (input, expected) => {
    expect(port(input)).toBe(expected);
  });

  test.each([
    [{ scorecard: "Ready", operator: "=", value: "Bronze" }, 'scorecard("Ready").level = "Bronze"'],
    [{ scorecard: "Ready", operator: ">=", value: "Silver" }, 'scorecard("Ready").level >= "Silver"'],
    [
      { scorecard: "Ready", operator: "notIn", value: ["Bronze", "Silver"] },
      'not scorecard("Ready").level in ["Bronze", "Silver"]',
    ],
    [
      { scorecard: "Ready", scorecardRule: "hasOwner", operator: "=", value: "SUCCESS" },
      'scorecard("Ready").passes("hasOwner")',
    ],
    [
      { scorecard: "Ready", scorecardRule: "hasOwner", operator: "=", value: "FAILURE" },
      'not scorecard("Ready").passes("hasOwner")',
    ],
  ])("reads results of scorecards: %j", (input, expected) => {
    expect(port(input)).toBe(expected);
  });

  test.each<[string, unknown, string]>([
    [
      "an operator without a counterpart",
      rule("a", "matchesFuzzy", 1),
      "operator: There is no counterpart for the operator matchesFuzzy.",
    ],
    [
      "what is not known of who asks",
      rule("region", "containsAny", { context: "userTeams", property: "region" }),
      "value.property: Of who asks only",
    ],
    [
      "what is not known of who asks, on the left",
      rule({ context: "user", property: "department" }, "=", "engineering"),
      "property.property: Of who asks only",
    ],
    ["teams beside a property", rule("region", "in", myTeams), "value: Teams are groups"],
    ["an order of who asks", rule("a", ">", { context: "user", property: "$identifier" }), "operator: Who asks"],
    [
      "a form",
      rule({ context: "form", property: "service.$team" }, "containsAny", "x"),
      "property.context: What a form holds",
    ],
    ["a template", rule("a", "=", "{{.trigger.user.email}}"), "value: A value with a template"],
    ["jq", rule("a", "=", { jqQuery: ".form.x" }), "value: A value that jq"],
    [
      "an outcome with a level",
      { scorecard: "x", scorecardRule: "hasOwner", operator: "=", value: "Bronze" },
      "value: A rule passes or not",
    ],
    ["a level that begins with", { scorecard: "x", operator: "beginsWith", value: "B" }, "operator: A level has no"],
    [
      "a schema",
      { propertySchema: { type: "string" }, operator: "=", value: "a" },
      "propertySchema: Name the property",
    ],
    [
      "required relations only",
      { operator: "relatedTo", blueprint: "cluster", value: ["prod"], direction: "upstream", required: true },
      "required: Whether a relation is required",
    ],
    ["no direction", { operator: "relatedTo", blueprint: "cluster", value: ["prod"] }, "direction: Say in which"],
    [
      "related to who asks",
      { operator: "relatedTo", blueprint: "team", value: myTeams, direction: "upstream" },
      "value: ",
    ],
    [
      "a long path",
      { combinator: "and", rules: [rule({ path: ["a", "b", "c", "d"] }, "matchAny", "x")] },
      "rules.0.property.path: At most 3 relations",
    ],
    [
      "several hops",
      rule({ path: [{ relation: "manager", maxHops: 15 }, "of"] }, "matchAny", "ceo"),
      "property.path.0.maxHops: A relation can be followed 1 to 3 times",
    ],
    [
      "an unknown key",
      { ...rule("a", "=", 1), caseSensitive: true },
      "caseSensitive: caseSensitive is not known here.",
    ],
    [
      "a preset of the future",
      rule("$createdAt", "between", { preset: "nextWeek" }),
      "value.preset: There is no counterpart",
    ],
    ["what is not kept", rule("$createdBy", "=", "a"), "property: $createdBy is not kept here."],
    [
      "what makes no sense",
      { combinator: "or", rules: [rule("$title", "=", "a"), rule("$title", ">", 3)] },
      "rules.1: ",
    ],
    ["a combinator", { combinator: "xor", rules: [] }, "combinator: "],
    ["nothing", null, ": A rule is expected here."],
  ])("refuses %s with its place", (_name, input, expected) => {
    expect(port(input).slice(0, expected.length)).toBe(expected);
  });
});
