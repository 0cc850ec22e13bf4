import { expect, test } from "vitest";
import { readCatalogSearch } from "#components/catalog/catalog-search.ts";

test("an address names a kind, or all of them, or what is too long to be one and can still be asked for", () => {
  expect(readCatalogSearch({}, "component").blueprint).toBe("component");
  expect(readCatalogSearch({ blueprint: "api" }, "component").blueprint).toBe("api");
  expect(readCatalogSearch({ blueprint: "all" }, "component").blueprint).toBeUndefined();
  expect(readCatalogSearch({ blueprint: "a".repeat(70) }, "component").blueprint).toBe("a".repeat(63));
});
