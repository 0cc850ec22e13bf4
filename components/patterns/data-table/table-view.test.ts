import { expect, test } from "vitest";
import { readTableView, rememberTableView } from "#components/patterns/data-table/table-view.ts";

test("the address decides, then what was remembered, then the table itself", () => {
  const cookie = rememberTableView(undefined, {
    table: "runs",
    columns: ["status", "by"],
    density: "compact",
    rows: 200,
  });
  expect(readTableView("runs", {}, undefined)).toEqual({
    table: "runs",
    prefix: "",
    columns: null,
    density: "comfortable",
    rows: 50,
  });
  expect(readTableView("runs", {}, cookie)).toEqual({
    table: "runs",
    prefix: "",
    columns: ["status", "by"],
    density: "compact",
    rows: 200,
  });
  expect(readTableView("runs", { columns: "took", density: "comfortable", rows: "1000" }, cookie)).toEqual({
    table: "runs",
    prefix: "",
    columns: ["took"],
    density: "comfortable",
    rows: 1000,
  });
  expect(readTableView("catalog", {}, cookie).columns).toBeNull();
  // A second table of the same page.
  const both = { rows: "200", "imports-rows": "1000" };
  expect(readTableView("imports", both, undefined, "imports-")).toMatchObject({ prefix: "imports-", rows: 1000 });
});

test("what is as the table has it is not remembered, and a choice forgets nothing of other tables", () => {
  const first = rememberTableView(undefined, {
    table: "runs",
    columns: ["by"],
    density: "comfortable",
    rows: 50,
  });
  const second = rememberTableView(first, { table: "keys", columns: null, density: "compact", rows: 50 });
  expect(readTableView("runs", {}, second).columns).toEqual(["by"]);
  const reset = rememberTableView(second, {
    table: "runs",
    columns: null,
    density: "comfortable",
    rows: 50,
  });
  expect(decodeURIComponent(reset)).toBe('{"keys":{"density":"compact"}}');
});

test("columns of a kind's own are chosen by their names, and a cookie never grows beyond what a browser keeps", () => {
  const asked = "owner,properties.tier,relations.dependsOn,properties.a/b:c,properties.,x.y,<x>";
  expect(readTableView("catalog", { columns: asked }, undefined).columns).toEqual([
    "owner",
    "properties.tier",
    "relations.dependsOn",
    "properties.a/b:c",
    "x.y",
  ]);
  let cookie: string | undefined;
  for (let table = 0; table < 20; table += 1) {
    const columns = Array.from({ length: 10 }, (_, place) => `properties.property-number-${table}-${place}`);
    cookie = rememberTableView(cookie, { table: `table-${table}`, columns, density: "compact", rows: 50 });
    expect(cookie.length).toBeLessThan(4000);
    expect(readTableView(`table-${table}`, {}, cookie).columns).toEqual(columns);
  }
});

test("each kind of rows keeps columns of its own, and all of them the rest", () => {
  const choice = { table: "catalog", density: "compact", rows: 200 } as const;
  const first = rememberTableView(undefined, { ...choice, kind: "incident", columns: ["properties.severity"] });
  const second = rememberTableView(first, { ...choice, kind: "component", columns: ["owner"] });
  const third = rememberTableView(second, { ...choice, columns: ["tags"] });
  const read = (cookie: string, kind?: string) => readTableView("catalog", {}, cookie, "", kind);
  expect(read(third, "incident")).toMatchObject({ columns: ["properties.severity"], density: "compact", rows: 200 });
  expect(read(third, "component").columns).toEqual(["owner"]);
  expect(read(third, "api")).toMatchObject({ columns: null, density: "compact" });
  expect(read(third).columns).toEqual(["tags"]);
  const reset = rememberTableView(third, {
    table: "catalog",
    kind: "incident",
    columns: null,
    density: "comfortable",
    rows: 50,
  });
  expect(read(reset, "incident")).toMatchObject({ columns: null, density: "comfortable", rows: 50 });
  expect(read(reset, "component").columns).toEqual(["owner"]);
  expect(read(reset).columns).toEqual(["tags"]);
});

test("what means nothing is left out", () => {
  for (const cookie of ["", "{", "[1]", "null", '{"runs":3}', '{"runs":{"columns":"x","rows":"many"}}', "%7B%"])
    expect(readTableView("runs", {}, cookie)).toEqual({
      table: "runs",
      prefix: "",
      columns: null,
      density: "comfortable",
      rows: 50,
    });
  expect(readTableView("runs", { columns: "a,<b>,c", rows: "7", density: "airy" }, undefined)).toEqual({
    table: "runs",
    prefix: "",
    columns: ["a", "c"],
    density: "comfortable",
    rows: 50,
  });
});
