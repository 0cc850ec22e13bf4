import { expect, test } from "vitest";
import { completeHref, defaultView, isSameState } from "#components/catalog/views/complete-view.ts";
import { viewHref } from "#components/catalog/views/view-href.ts";
import { stateOf } from "#components/catalog/views/view-state.ts";
import type { SavedView } from "#lib/catalog/views/schema.ts";

const view = (parts: Partial<SavedView>): SavedView => ({
  id: "one",
  name: "One",
  audience: "mine",
  team: null,
  blueprint: "component",
  state: { blueprint: "component" },
  isDefault: false,
  mayChange: true,
  createdByName: "Ines",
  updatedAt: "2026-01-01T00:00:00.000Z",
  ...parts,
});
const parametersOf = (href: string) => {
  const given = new URL(href, "http://x").searchParams;
  return Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)]));
};

test("the address of a view holds its whole state, and reads back as the same", () => {
  const state = {
    blueprint: "component",
    owner: ["group:payments", "none"],
    query: 'properties.tier = 1 and title contains "a&b"',
    sort: "updatedAt" as const,
    direction: "descending" as const,
    group: "properties.tier",
    columns: ["owner", "tags"],
    density: "compact" as const,
    rows: 200,
  };
  const parameters = parametersOf(viewHref("acme", view({ state })));
  expect(parameters["view"]).toEqual(["one"]);
  expect(isSameState(stateOf(parameters, "component"), state)).toBe(true);
  expect(isSameState(stateOf({ ...parameters, rows: "1000" }, "component"), state)).toBe(false);
});

test("the order of alternatives, empty parameters and what a list has of itself make no difference", () => {
  const one = stateOf({ type: ["b", "a"], text: "", sort: "title", direction: "ascending", cursor: "x" }, "component");
  expect(isSameState(one, { blueprint: "component", type: ["a", "b"] })).toBe(true);
  expect(isSameState(one, { type: ["a", "b"] })).toBe(false);
});

test("a kind opens with one's own default, then the team's, then everybody's, unless the address asks for something", () => {
  const own = view({ id: "own", isDefault: true, state: { blueprint: "component", type: ["service"] } });
  const views = [own, view({ id: "all", audience: "org", isDefault: true }), view({ id: "api", blueprint: "api" })];
  expect(defaultView(views, "component")?.id).toBe("own");
  expect(completeHref("acme", { blueprint: "component" }, views, "component")).toBe(viewHref("acme", own));
  expect(completeHref("acme", { blueprint: "component", view: "none" }, views, "component")).toBeUndefined();
  expect(completeHref("acme", { blueprint: "component", text: "x" }, views, "component")).toBeUndefined();
  expect(completeHref("acme", { blueprint: "api" }, views, "api")).toBeUndefined();
});

test("an address that only names a view is completed once; an unknown one is left alone", () => {
  const views = [view({ id: "one", state: { blueprint: "component", type: ["service"] } })];
  const href = completeHref("acme", { view: "one" }, views, "component") ?? "";
  expect(parametersOf(href)).toEqual({ view: ["one"], blueprint: ["component"], type: ["service"] });
  expect(completeHref("acme", parametersOf(href), views, "component")).toBeUndefined();
  expect(completeHref("acme", { view: "gone" }, views, "component")).toBeUndefined();
});

test("a view is the same whether its filter is written as boxes, as one query or as both", () => {
  const boxes = {
    blueprint: "component",
    type: ["b", "a"],
    owner: ["group:x"],
    text: "pay",
    query: "properties.tier=1",
  };
  const folded = 'owner = "group:x" and type in ["a", "b"] and text contains "pay" and properties.tier = 1';
  expect(isSameState(boxes, { blueprint: "component", query: folded })).toBe(true);
  expect(isSameState(boxes, { ...boxes, query: "properties.tier = 1", type: ["a", "b"] })).toBe(true);
  expect(isSameState({ query: "properties.tier=1" }, { query: "properties.tier = 1" })).toBe(true);
  expect(isSameState(boxes, { blueprint: "component", query: folded.replace("= 1", "= 2") })).toBe(false);
  expect(isSameState({ query: "no query (" }, { query: "no query (" })).toBe(true);
  expect(isSameState({ query: "no query (", type: ["a"] }, { query: "no query (" })).toBe(false);
  // The order of columns is a choice.
  expect(isSameState({ columns: ["a", "b"] }, { columns: ["b", "a"] })).toBe(false);
});
