import { describe, expect, test } from "vitest";
import { type BlueprintDraft, draftText } from "#components/catalog/blueprints/blueprint-draft.ts";
import { compareParts, rebaseDraft, takePart } from "#components/catalog/blueprints/blueprint-parts.ts";

const property = (identifier: string, more = {}) => ({
  identifier,
  title: identifier,
  type: "string" as const,
  ...more,
});
const kind = (properties: ReturnType<typeof property>[], more: Partial<BlueprintDraft> = {}): BlueprintDraft => ({
  identifier: "gadget",
  title: "Gadget",
  pluralTitle: "Gadgets",
  icon: "box",
  definition: { properties },
  ...more,
});
const names = (draft: BlueprintDraft) => draft.definition?.properties?.map(({ identifier }) => identifier);

describe("comparing", () => {
  test("says which parts differ, and nothing about what only goes without saying", () => {
    const changes = compareParts(
      kind([property("tier"), property("gone")]),
      kind([property("tier", { description: "", isRequired: true }), property("come")], {
        title: "Thing",
        description: "",
      }),
    );
    expect(changes.map(({ key }) => key)).toEqual(["title", "properties.tier", "properties.gone", "properties.come"]);
    expect(compareParts(kind([property("tier")]), kind([property("tier", { isRequired: false })]))).toEqual([]);
  });

  test("an order counts among what both have", () => {
    const before = kind([property("a"), property("b"), property("c")]);
    expect(compareParts(before, kind([property("b"), property("a"), property("c")]))).toMatchObject([
      { key: "properties.", after: ["b", "a", "c"] },
    ]);
    expect(compareParts(before, kind([property("a"), property("c")])).map(({ key }) => key)).toEqual(["properties.b"]);
  });
});

describe("two people at once", () => {
  const base = kind([property("a"), property("b")]);

  test("what was touched here stays, everything else becomes theirs", () => {
    const mine = kind([property("a", { title: "Mine" }), property("b"), property("new")], { title: "My title" });
    const theirs = kind([property("b", { title: "Theirs" }), property("a"), property("other")], { icon: "rocket" });
    const merged = rebaseDraft(base, mine, theirs);
    expect(merged).toMatchObject({ title: "My title", icon: "rocket" });
    expect(names(merged)).toEqual(["b", "a", "other", "new"]);
    expect(merged.definition?.properties?.map(({ title }) => title)).toEqual(["Theirs", "Mine", "other", "new"]);
  });

  test("what was taken out here stays out, and an order that was made here stays", () => {
    expect(
      names(rebaseDraft(base, kind([property("b")]), kind([property("a"), property("b"), property("c")]))),
    ).toEqual(["b", "c"]);
    expect(names(rebaseDraft(base, kind([property("b"), property("a")]), base))).toEqual(["b", "a"]);
  });

  test("each part can be taken from the other one", () => {
    const theirs = kind([property("a", { title: "Theirs" })]);
    const taken = takePart(takePart(base, theirs, "properties.a"), theirs, "properties.b");
    expect(draftText(taken)).toBe(draftText(theirs));
    expect(takePart({ ...base, title: "Mine" }, theirs, "title").title).toBe("Gadget");
  });
});
