import { expect, test } from "vitest";
import { listInput, readCatalogSearch } from "#components/catalog/catalog-search.ts";

test("an address names a kind, or all of them, or what is too long to be one and can still be asked for", () => {
  expect(readCatalogSearch({}, "component").blueprint).toBe("component");
  expect(readCatalogSearch({ blueprint: "api" }, "component").blueprint).toBe("api");
  expect(readCatalogSearch({ blueprint: "all" }, "component").blueprint).toBeUndefined();
  expect(readCatalogSearch({ blueprint: "a".repeat(70) }, "component").blueprint).toBe("a".repeat(63));
});

test("columns of a kind's own are asked for with its list, and mean nothing in a list of every kind", () => {
  const columns = ["owner", "properties.tier", "relations.dependsOn"];
  const component = readCatalogSearch({ blueprint: "component" }, undefined);
  expect(listInput(component, 50, columns)).toMatchObject({ properties: ["tier"], relations: ["dependsOn"] });
  expect(listInput({ ...component, group: "owner" }, 50, columns)).not.toHaveProperty("properties");
  const all = readCatalogSearch({ blueprint: "all" }, undefined);
  expect(listInput(all, 50, columns)).toMatchObject({ properties: [], relations: [] });
});
