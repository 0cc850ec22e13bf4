import { expect, test } from "vitest";
import { formatRows } from "#lib/metrics/delivery/format-rows.ts";
import type { DeliveryRow } from "#lib/metrics/delivery/schema.ts";

const row: DeliveryRow = {
  id: "1",
  title: "Fix",
  detail: null,
  serviceRef: "component:a",
  entity: null,
  startedAt: null,
  finishedAt: "2026-03-24T10:00:00.000Z",
  hours: null,
  isHit: false,
  reason: null,
  stages: null,
};
const titleOf = (title: string) =>
  formatRows([{ ...row, title }])
    .split("\r\n")[0]
    ?.slice(2);

test("a title that a spreadsheet would run is text, quotes and line ends are kept", () => {
  for (const title of ["=1+1", "+1", "-1", "@SUM(A1)", " =1"]) expect(titleOf(title)).toMatch(/^'/);
  expect(titleOf('=cmd|"/c calc"')).toMatch(/^"'=cmd\|""/);
  expect(titleOf('say "yes", now')).toMatch(/^"say ""yes"", now",/);
});

test("what is not known is an empty cell", () => {
  expect(formatRows([row]).split("\r\n")[0]).toBe("1,Fix,,component:a,,2026-03-24T10:00:00.000Z,,false,,,,");
});
