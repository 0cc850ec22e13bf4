import { expect, test } from "vitest";
import { diffDocuments } from "#lib/catalog/entities/history/diff-documents.ts";

test("says what was, what is, and where", () => {
  const before = {
    title: "Pay",
    owner: null,
    tags: ["go", "pci"],
    properties: { tier: 2, runtime: { cpu: 1 } },
    links: [{ url: "a" }],
  };
  const after = {
    title: "Pay",
    owner: "group:payments",
    tags: ["pci", "rust"],
    properties: { tier: 1, runtime: { cpu: 1 } },
    links: [{ url: "b" }],
  };
  expect(diffDocuments(before, after)).toEqual([
    { path: "links", before: '[{"url":"a"}]', after: '[{"url":"b"}]' },
    { path: "owner", before: null, after: "group:payments" },
    { path: "properties.tier", before: "2", after: "1" },
    { path: "tags", before: "go", after: null },
    { path: "tags", before: null, after: "rust" },
  ]);
});

test("order of tags and empty against missing are no news; long texts are cut", () => {
  expect(diffDocuments({ tags: ["a", "b"], labels: {} }, { tags: ["b", "a"], labels: null })).toEqual([]);
  const [change] = diffDocuments({ definition: "" }, { definition: "x".repeat(5000) });
  expect(change?.after).toHaveLength(2001);
});

test("a text that became a number of the same digits is told apart by its quotes", () => {
  expect(diffDocuments({ tier: "1" }, { tier: 1 })).toEqual([{ path: "tier", before: '"1"', after: "1" }]);
});
