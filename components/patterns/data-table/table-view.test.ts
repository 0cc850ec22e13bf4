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
