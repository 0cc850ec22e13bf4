import { expect, test } from "vitest";
import { keepPlaces } from "#components/catalog/blueprints/keep-places.ts";

const text = (identifier: string) => ({ identifier, title: identifier, type: "string" as const });
const count = (identifier: string) => ({
  identifier,
  title: identifier,
  kind: "calculated" as const,
  type: "number" as const,
  expression: "1",
});
const before = {
  properties: [text("tier"), text("region")],
  derived: [count("risk")],
  relations: [{ identifier: "partOf", title: "Part of" }],
  layout: [{ title: "First", properties: ["tier", "risk", "unknown"] }],
  columns: ["owner", "properties.tier", "relations.partOf", "properties.risk", "properties.unknown"],
};

test("a new name is followed in the overview and in the list", () => {
  const property = keepPlaces(before, { ...before, properties: [text("level"), text("region")] });
  expect(property.layout).toEqual([{ title: "First", properties: ["level", "risk", "unknown"] }]);
  expect(property.columns).toEqual([
    "owner",
    "properties.level",
    "relations.partOf",
    "properties.risk",
    "properties.unknown",
  ]);
  const derived = keepPlaces(before, { ...before, derived: [count("danger")] });
  expect(derived.layout?.[0]?.properties).toEqual(["tier", "danger", "unknown"]);
  expect(derived.columns).toContain("properties.danger");
  const relation = keepPlaces(before, { ...before, relations: [{ identifier: "within", title: "Within" }] });
  expect(relation.columns).toContain("relations.within");
  expect(relation.layout).toEqual(before.layout);
});

test("what has gone loses its places, what nobody knew keeps them", () => {
  const less = keepPlaces(before, { ...before, properties: [text("region")], relations: [] });
  expect(less.layout).toEqual([{ title: "First", properties: ["risk", "unknown"] }]);
  expect(less.columns).toEqual(["owner", "properties.risk", "properties.unknown"]);
});

test("another order and another change leave everything where it is", () => {
  const turned = { ...before, properties: [text("region"), text("tier")] };
  expect(keepPlaces(before, turned)).toBe(turned);
  const looser = { ...before, allowsOthers: true };
  expect(keepPlaces(before, looser)).toBe(looser);
});
