import { expect, test } from "vitest";
import { inverseRelation, isBackwardRelation, readRelation } from "#lib/catalog/relations/relation-names.ts";

test("a relation reads the same whichever end stated it", () => {
  expect(readRelation("memberOf", "incoming")).toEqual(readRelation("hasMember", "outgoing"));
  expect(readRelation("hasMember", "incoming")).toEqual(readRelation("memberOf", "outgoing"));
  expect(readRelation("dependsOn", "incoming")).toMatchObject({
    type: "dependencyOf",
    side: "before",
    isDependency: true,
  });
  expect(readRelation("dependsOn", "outgoing")).toMatchObject({ type: "dependsOn", side: "after" });
});

test("inverses are mutual, and one of the two is the backward one", () => {
  expect(inverseRelation("ownedBy")).toBe("ownerOf");
  expect(inverseRelation("ownerOf")).toBe("ownedBy");
  expect([isBackwardRelation("ownedBy"), isBackwardRelation("ownerOf")]).toEqual([false, true]);
});

test("a type that nobody knows keeps its own name, told apart by direction", () => {
  expect(inverseRelation("replicatesTo")).toBeNull();
  expect(readRelation("replicatesTo", "outgoing")).toMatchObject({
    type: "replicatesTo",
    label: "replicates to",
    side: "after",
  });
  expect(readRelation("replicatesTo", "incoming")).toMatchObject({ label: "replicates to this", side: "before" });
});
