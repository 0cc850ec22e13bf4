import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BlueprintDraft,
  draftOf,
  draftText,
  withValueKind,
} from "#components/catalog/blueprints/blueprint-draft.ts";
import { placeProblems, readDraftText } from "#components/catalog/blueprints/check-draft.ts";
import { jsonTokens } from "#components/catalog/blueprints/json-tokens.ts";
import { hyphenated, memberName } from "#components/catalog/names-from-titles.ts";
import { BlueprintInput } from "#lib/catalog/blueprints/schema.ts";

const whole: BlueprintDraft = {
  identifier: "gadget",
  title: "Gadget",
  pluralTitle: "Gadgets",
  definition: { properties: [{ identifier: "tier", title: "Tier", type: "number" }] },
};

const rich: BlueprintInput = BlueprintInput.parse({
  ...whole,
  description: "What somebody made",
  definition: {
    properties: [
      { identifier: "tier", title: "Tier", type: "string", options: [{ value: "one", color: "red" }], default: "one" },
      { identifier: "extra", title: "Extra", type: "object", default: { description: "", targets: [] } },
    ],
    relations: [{ identifier: "in", title: "In", targets: ["system"], isRequired: true }],
    requiredFields: ["owner"],
    layout: [{ title: "Empty", properties: [] }],
  },
});

describe("the JSON of a kind", () => {
  test("nothing is lost by leaving out what goes without saying", () => {
    const draft = draftOf({ ...rich, origin: "made", isChanged: false, version: 1, updatedAt: null });
    expect(draftText(draft)).not.toContain("isMany");
    const { draft: read, problems } = readDraftText(draftText(draft));
    expect(problems).toEqual([]);
    expect(BlueprintInput.parse(read)).toEqual(rich);
  });

  test("a comma that is missing is named at its line and column, and no forms are shown", () => {
    expect(readDraftText('{\n  "identifier": "gadget"\n  "title": "Gadget"\n}')).toEqual({
      draft: null,
      problems: [{ line: 3, column: 3, path: null, message: "A comma is missing before this" }],
    });
    expect(readDraftText("").draft).toBeNull();
  });

  test("a wrong value is named at its place; forms still show what they can", () => {
    const text = draftText({ ...whole, title: "", definition: { verificationDays: "soon" as unknown as number } });
    const { draft, problems } = readDraftText(text);
    expect(draft).not.toBeNull();
    expect(problems.map(({ path }) => path)).toEqual(["title", "definition.verificationDays"]);
    for (const { line, path } of problems) expect(text.split("\n")[line - 1]).toContain(`"${path?.split(".").at(-1)}"`);
  });

  test("what forms cannot show is refused with its place", () => {
    for (const [path, definition] of [
      ["definition.properties", { properties: "many" }],
      ["definition.properties.0.type", { properties: [{ identifier: "a", title: "A", type: "text" }] }],
      ["definition", { colour: "red" }],
    ] as const) {
      const { draft, problems } = readDraftText(JSON.stringify({ ...whole, definition }, null, 2));
      expect(draft).toBeNull();
      expect(problems[0]?.path).toBe(path);
    }
  });

  test("what the server finds gets the line of its field, or of what is around it", () => {
    const text = draftText(whole);
    const [pattern, title] = placeProblems(text, [
      { path: "definition.properties.0.pattern", message: "No" },
      { path: "definition.properties.0.title", message: "No" },
    ]);
    expect(text.split("\n")[(title?.line ?? 0) - 1]).toContain('"Tier"');
    expect(pattern?.line).toBeLessThan(title?.line ?? 0);
  });

  test("coloured pieces are the text again, whatever was typed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(
          jsonTokens(text)
            .map((token) => token.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});

describe("names made from titles", () => {
  test.each([
    ["Service tier", "serviceTier", "service-tier"],
    ["  99 problems ", "problems", "problems"],
    ["Überprüft am", "uberpruftAm", "uberpruft-am"],
    ["", "", ""],
  ])("%j", (title, member, kind) => {
    expect(memberName(title)).toBe(member);
    expect(hyphenated(title)).toBe(kind);
  });
});

test("another type takes away what would contradict it, and keeps the rest", () => {
  const text = {
    identifier: "a",
    title: "A",
    type: "string" as const,
    pattern: "^a",
    options: [{ value: "1" }, { value: "x" }],
  };
  expect(withValueKind(text, "number")).toEqual({
    identifier: "a",
    title: "A",
    type: "number",
    options: [{ value: 1 }, { value: "x" }],
  });
  expect(withValueKind(text, "object/labelled-url")).toEqual({
    identifier: "a",
    title: "A",
    type: "object",
    format: "labelled-url",
  });
});
