import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listOf, number, text } from "../value-type.ts";
import { completeQuery, type Known } from "./complete-query.ts";

const known: Known = {
  properties: [
    { name: "tier", title: "Tier", type: number, values: [1, 2, 3] },
    { name: "language", title: "Language", type: text, values: ["go", "rust"] },
    { name: "zones", title: "Zones", type: listOf(text), values: [] },
  ],
  values: { lifecycle: ["production", "deprecated"], tags: ["pci"] },
  relations: ["dependsOn"],
};

/** Labels at the end of a text, or at the | in it. */
function labels(written: string): string[] {
  const cursor = written.includes("|") ? written.indexOf("|") : written.length;
  return completeQuery(written.replace("|", ""), cursor, known).offers.map(({ label }) => label);
}

describe("completeQuery", () => {
  test.each([
    ["", "blueprint"],
    ["li", "lifecycle"],
    ["title exists and has", "hasGroup"],
    ["properties.", "tier"],
    ["properties.la", "language"],
    ["properties.tier ", ">="],
    ["properties.tier > 1 ", "and"],
    ["lifecycle ", "startsWith"],
    ["lifecycle = ", '"production"'],
    ['lifecycle = "pro', "production"],
    ['lifecycle in ["production", "dep', "deprecated"],
    ['properties.language != "', "rust"],
    ["properties.tier = ", "2"],
    ['tags contains "', "pci"],
    ["entity.", "tag"],
    ["git", "git"],
    ["git.file", "fileExists"],
    ["git ", "!= null"],
    ["links().", "filter"],
    ["links().any((l) => l.", "url"],
    ["links().any(l => l.url.", "matches"],
    ['dependencies.out().filter((e) => e.type = "api").', "length"],
    ["properties.zones.any((z) => z.", "matchesIn"],
    ["createdAt.", "fromNow"],
    ["title.", "length"],
    ["li| = 1", "lifecycle"],
    ["title exists ", "or"],
    ["semver(properties.language).", "isStable"],
  ])("%s offers %s", (written, expected) => {
    expect(labels(written)).toContain(expected);
  });

  test("what is taken replaces what was typed", () => {
    expect(completeQuery("title exists and has", 20, known)).toMatchObject({ from: 17, to: 20 });
    expect(completeQuery('lifecycle = "pro', 16, known)).toMatchObject({
      from: 13,
      offers: [{ insert: "production" }],
    });
    expect(labels("properties.tier ")).not.toContain("startsWith");
    expect(labels("links().any((l) => l.")).not.toContain("fileExists");
  });

  test("no text and no place in it is too much", () => {
    const piece = fc.constantFrom(
      "links()",
      ".any((x) =>",
      "x.",
      "(",
      ")",
      "[",
      "]",
      '"',
      "'",
      "title ",
      " and ",
      ".",
      "=",
      "/*",
      "*/",
      "1 ",
      "`",
      "count(",
      "\n",
    );
    const written = fc.array(piece, { maxLength: 15 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(written, fc.nat(60), (text, place) => {
        const cursor = Math.min(place, text.length);
        const { from, to, offers } = completeQuery(text, cursor, known);
        expect(from).toBeLessThanOrEqual(to);
        expect(offers.length).toBeLessThanOrEqual(50);
      }),
      { numRuns: 500 },
    );
  });
});
