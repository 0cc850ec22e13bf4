import { expect, test } from "vitest";
import { importAgainHref, readLocation } from "#components/ingestion/source-location.ts";

const url = "https://git.example.com/catalog.git";

test.each([
  [url, { url, ref: "", path: "" }],
  [`${url}#main`, { url, ref: "main", path: "" }],
  [`${url}#main:teams/a`, { url, ref: "main", path: "teams/a" }],
  [`${url}#:teams/a:b`, { url, ref: "", path: "teams/a:b" }],
])("%s is taken apart", (location, parts) => {
  expect(readLocation(location)).toEqual(parts);
});

test("the form is filled in with what the source was read with", () => {
  expect(importAgainHref("harbour", `${url}#:teams`)).toBe(
    `/harbour/sources/import?kind=git&url=${encodeURIComponent(url)}&path=teams`,
  );
});
