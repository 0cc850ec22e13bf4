import { describe, expect, test } from "vitest";
import { testNow } from "../arbitraries.ts";
import type { EntityFacts } from "../entity-facts.ts";
import { evaluateQuery } from "../interpreter/evaluate.ts";
import { formatQuery } from "../text/format.ts";
import { translateBackstageFilter } from "./backstage-filter.ts";
import { translateBackstagePredicate } from "./backstage-predicate.ts";
import type { Translation } from "./translation.ts";

const entity: EntityFacts = {
  blueprint: "component",
  identifier: "ops/payments-api",
  title: "Payments API",
  description: null,
  owner: "group:payments",
  lifecycle: "Production",
  type: "service",
  text: "",
  tags: ["java", "c++"],
  createdAt: "2025-01-01T00:00:00.000Z",
  updatedAt: "2025-01-01T00:00:00.000Z",
  properties: { languages: ["Go", "SQL"], port: 8080, isPublic: true, empty: "", none: [], nested: { deep: "x" } },
  annotations: { "backstage.io/orphan": "true" },
  labels: {},
  links: [],
  relations: [
    { type: "ownedBy", direction: "outgoing", blueprint: "group", identifier: "payments", resolved: true },
    { type: "dependsOn", direction: "incoming", blueprint: "component", identifier: "shop", resolved: true },
  ],
};

function outcome(result: Translation): string {
  if (!result.ok) return `${result.place}: ${result.message}`;
  return evaluateQuery(result.query, entity, { now: testNow }).state;
}
function text(result: Translation): string {
  return result.ok ? formatQuery(result.query) : `${result.place}: ${result.message}`;
}

describe("translateBackstageFilter", () => {
  test.each([
    ["kind=Component", "true"],
    ["kind=API,kind=Component", "true"],
    ["kind=api", "false"],
    ["kind=component,spec.type=SERVICE,spec.lifecycle=production", "true"],
    ["kind=component,spec.type=library", "false"],
    ["metadata.name=payments-api", "true"],
    ["metadata.name=api", "false"],
    ["metadata.namespace=ops", "true"],
    ["metadata.namespace=default", "false"],
    ["metadata.description", "false"],
    ["metadata.title", "true"],
    ["metadata.tags=java", "true"],
    ["metadata.tags.c++", "true"],
    ["metadata.tags.java=true", "true"],
    ["metadata.annotations.backstage.io/orphan=true", "true"],
    ["metadata.annotations.backstage.io/other", "false"],
    ["spec.languages=go", "true"],
    ["spec.languages=rust", "false"],
    ["spec.port=8080", "true"],
    ["spec.isPublic=TRUE", "true"],
    ["spec.nested.deep=X", "true"],
    ["spec.nested=x", "false"],
    ["spec.empty", "true"],
    ["spec.none", "false"],
    ["spec.absent", "false"],
    ["spec.owner=payments", "true"],
    ["spec.owner=group:default/payments", "true"],
    ["relations.ownedBy=group:default/payments", "true"],
    ["relations.dependencyOf=component:default/shop", "true"],
    ["relations.dependencyOf", "true"],
    ["relations.partOf", "false"],
    [" kind = component , metadata.title ", "true"],
    ["metadata.uid=1", "0: metadata.uid is not kept here."],
    ["relations.ownedBy=payments", '0: "payments" is no reference such as kind:namespace/name.'],
    ["=a", '0: A condition without a key: "=a".'],
  ])("%s is %s", (filter, expected) => {
    expect(outcome(translateBackstageFilter(filter))).toBe(expected);
  });

  test("one of several sets is enough, and a query string may hold them", () => {
    expect(outcome(translateBackstageFilter(["kind=api", "kind=component"]))).toBe("true");
    const address = "/entities/by-query?limit=20&filter=kind%3Dapi&filter=kind%3Dcomponent%2Cmetadata.tags%3Djava";
    expect(outcome(translateBackstageFilter(address))).toBe("true");
    expect(text(translateBackstageFilter(address))).toBe(
      'blueprint = "api" or (blueprint = "component" and tags.asList().any((v) => v.asText().matches("(?i)java")))',
    );
    expect(outcome(translateBackstageFilter([]))).toBe("true");
  });
});

describe("translateBackstagePredicate", () => {
  test.each<[unknown, string]>([
    [{}, "true"],
    [{ $all: [] }, "true"],
    [{ $any: [] }, "false"],
    [{ kind: "Component", "spec.type": "service" }, "true"],
    [{ $not: { kind: "component" } }, "false"],
    [{ $not: { "spec.languages": "rust" } }, "true"],
    [{ $not: { "spec.absent": "x" } }, "true"],
    [{ kind: { $in: ["API", "Component"] } }, "true"],
    [{ "metadata.description": { $exists: false } }, "true"],
    [{ "spec.type": { $hasPrefix: "SERV" } }, "true"],
    [{ "metadata.name": { $hasPrefix: "pay" } }, "true"],
    [{ "metadata.tags": { $contains: "java" } }, "true"],
    [{ relations: { $contains: { type: "ownedBy", targetRef: "group:default/payments" } } }, "true"],
    [
      {
        relations: {
          $contains: { type: "ownedBy", targetRef: { $in: ["group:default/a", "group:default/payments"] } },
        },
      },
      "true",
    ],
    [{ relations: { $contains: { type: "hasPart" } } }, "false"],
    [{ $any: [{ kind: "api" }, { $all: [{ kind: "component" }, { "spec.port": 8080 }] }] }, "true"],
    [{ $any: [{ kind: "api" }, { "spec.x": { $like: "a" } }] }, "$any.1.spec.x.$like: $like is not known here."],
    [{ kind: { $in: ["a"], $exists: true } }, "kind: Exactly one of $exists"],
    [{ $nor: [] }, "$nor: $nor is not known here."],
    [{ relations: { $contains: { target: "x" } } }, "relations.$contains.target: target is not known here."],
    [{ "metadata.etag": "x" }, "metadata.etag: metadata.etag is not kept here."],
    [[], ": A predicate is an object."],
  ])("%j is %s", (predicate, expected) => {
    expect(outcome(translateBackstagePredicate(predicate)).slice(0, expected.length)).toBe(expected);
  });
});
