import { expect, test } from "vitest";
import { permissionInWords, permissionsByNoun, scopeInWords } from "#lib/kernel/permission-words.ts";
import { permissionTable } from "#lib/kernel/permissions.ts";

test("every permission has words of its own, and a noun to stand under", () => {
  const table = permissionTable();
  const sentences = table.map(({ permission }) => permissionInWords(permission));
  expect(sentences.filter((sentence) => sentence === undefined)).toEqual([]);
  expect(new Set(sentences).size).toBe(table.length);
  const groups = permissionsByNoun(table);
  expect(groups.find(({ noun }) => noun === "Other")?.items ?? []).toEqual([]);
  expect(groups.flatMap(({ items }) => items)).toHaveLength(table.length);
});

test("a scope that is no permission any more keeps its name", () => {
  expect(scopeInWords("audit:read")).toBe("Read the audit log");
  expect(scopeInWords("dragon:feed")).toBe("dragon:feed");
});
