import { expect, test } from "vitest";
import { entityHref } from "#components/catalog/entity-href.ts";
import { safeHref } from "#components/catalog/safe-href.ts";

test("only web pages and mail are links", () => {
  expect(safeHref("https://runbooks.example/pay")).toBe("https://runbooks.example/pay");
  expect(safeHref("mailto:pay@example.com")).toBe("mailto:pay@example.com");
  for (const url of [
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "/relative",
    "vbscript:x",
    "",
  ]) {
    expect(safeHref(url)).toBeNull();
  }
});

test("a namespace keeps its slash, everything else is escaped", () => {
  expect(entityHref("acme", { blueprint: "api", identifier: "shop/pay ?#%" })).toBe(
    "/acme/catalog/api/shop/pay%20%3F%23%25",
  );
});
