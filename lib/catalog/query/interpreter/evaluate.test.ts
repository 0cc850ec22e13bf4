import { describe, expect, test } from "vitest";
import { testNow } from "../arbitraries.ts";
import type { EntityFacts } from "../entity-facts.ts";
import { parseQuery } from "../text/parse.ts";
import { evaluateQuery, findCauses } from "./evaluate.ts";

const entity: EntityFacts = {
  blueprint: "component",
  identifier: "payments-api",
  title: "Payments API",
  description: "",
  owner: "group:payments",
  lifecycle: "production",
  type: null,
  text: "payments api payments-api pci",
  tags: ["pci"],
  createdAt: "2025-01-01T00:00:00.000Z",
  updatedAt: "2025-12-01T12:00:00.000Z",
  properties: { tier: "1", replicas: 3, deployedAt: "2026-01-14", broken: "yesterday", nothing: null, on: true },
  annotations: {},
  labels: {},
  links: [{ url: "https://example.com" }],
  relations: [
    { type: "dependsOn", direction: "outgoing", blueprint: "resource", identifier: "queue", resolved: false },
    { type: "dependsOn", direction: "incoming", blueprint: "component", identifier: "shop", resolved: true },
  ],
};

function explain(text: string) {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(result.error.message);
  return evaluateQuery(result.query, entity, { now: testNow });
}

describe("evaluateQuery", () => {
  test.each([
    // A missing value equals nothing.
    ['type = "service"', "false", "found nothing at type"],
    ['type != "service"', "true", "found nothing at type"],
    ['type in ["service"]', "false", "found nothing at type"],
    ["properties.nothing > 1", "false", "found nothing at properties.nothing"],
    ["properties.absent.deeper = 1", "false", "found nothing at properties.absent.deeper"],
    [
      'annotations["backstage.io/techdocs-ref"] exists',
      "false",
      'found nothing at annotations["backstage.io/techdocs-ref"]',
    ],
    // Empty is not there; zero and false are.
    ["description exists", "false", 'found the text "" at description'],
    ["labels is empty", "true", "found the object {} at labels"],
    ["properties.on exists", "true", "found the value true at properties.on"],
    ["length(properties.absent) = 0", "false", "found nothing at length(properties.absent)"],
    // Another type is an error, never a silent false.
    ["properties.tier > 0", "error", 'properties.tier is the text "1", which cannot be compared with the number 0'],
    ["not properties.tier > 0", "error", "cannot be compared"],
    ["properties.tier in [1, 2]", "error", "cannot be compared with a list of numbers"],
    [
      'properties.on = "true"',
      "error",
      'properties.on is the value true, which cannot be compared with the text "true"',
    ],
    ["length(properties.replicas) = 1", "error", "properties.replicas is the number 3, which has no length"],
    ["age(properties.broken) < 1 day", "error", 'properties.broken is the text "yesterday", which is no date'],
    // The rest.
    ["age(updatedAt) < 30 days", "false", "found 45 days at age(updatedAt)"],
    ["age(properties.deployedAt) <= 36 hours", "true", "found 36 hours at age(properties.deployedAt)"],
    ["count(dependsOn) = 1 ", "true", "found the number 1 at count(dependsOn)"],
    ["count(incoming dependsOn) > 1", "false", "found the number 1 at count(incoming dependsOn)"],
    ["resolved(dependsOn)", "false", "1 of 1 dependsOn relations point at something that is not in the catalog"],
    ["resolved(ownedBy)", "true", "0 of 0 ownedBy relations"],
    ['text contains "PAYMENTS"', "true", "found the text"],
    ['title contains "PAYMENTS"', "false", "found the text"],
    ['tags contains "pci"', "true", 'found the list ["pci"] at tags'],
    ["length(links) >= 1", "true", "found the number 1 at length(links)"],
    ['createdAt < "2026-01-01"', "true", "found 2025-01-01T00:00:00.000Z at createdAt"],
  ])("%s is %s: %s", (text, state, message) => {
    const explanation = explain(text);
    expect(explanation.state).toBe(state);
    expect(explanation.message).toContain(message);
  });

  test("an error decides only what nothing else decides", () => {
    expect(explain("properties.tier > 0 and type exists").state).toBe("false");
    expect(explain("properties.tier > 0 and owner exists").state).toBe("error");
    expect(explain("properties.tier > 0 or owner exists").state).toBe("true");
    expect(explain("properties.tier > 0 or type exists").state).toBe("error");
  });

  test("findCauses names the parts that failed, and no others", () => {
    const causes = (text: string) => findCauses(explain(text)).map((cause) => cause.text);
    expect(causes("owner exists and (type exists or description exists) and properties.tier > 0")).toEqual([
      "type exists",
      "description exists",
    ]);
    expect(causes("owner exists and properties.tier > 0")).toEqual(["properties.tier > 0"]);
    expect(causes("not (owner exists and type exists) and links is empty")).toEqual(["links is empty"]);
    expect(explain("owner exists and type exists").message).toBe("1 of 2 conditions do not hold");
  });
});
