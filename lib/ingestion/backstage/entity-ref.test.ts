import { expect, test } from "vitest";
import { parseEntityRef } from "#lib/ingestion/backstage/entity-ref.ts";

test.each([
  ["team-a", { kind: "group", namespace: "own", name: "team-a" }],
  ["user:guest", { kind: "user", namespace: "own", name: "guest" }],
  ["backstage/maintainers", { kind: "group", namespace: "backstage", name: "maintainers" }],
  ["Component:Default/A", { kind: "component", namespace: "default", name: "a" }],
  ["k:n/a/b", { kind: "k", namespace: "n", name: "a/b" }],
  ["a:b:c", { kind: "a", namespace: "own", name: "b:c" }],
  ["n/a:b", { kind: "group", namespace: "n", name: "a:b" }],
])("%s", (text, ref) => {
  expect(parseEntityRef(text, { kind: "group", namespace: "own" })).toEqual(ref);
});

test.each(["", ":", "/", ":a", "a:", "a/", "/a", "k:/a", "k:n/"])("%j is refused in a sentence", (text) => {
  expect(parseEntityRef(text, { kind: "group", namespace: "own" })).toMatch(/write it as/);
});
