import { expect, test } from "vitest";
import { deliveryHref, readDeliveryView, windowOf } from "#components/metrics/delivery-view.ts";

test("a view survives its own address", () => {
  const view = readDeliveryView({
    range: "30d",
    compare: "none",
    team: "payments",
    metric: "change-fail-rate",
    week: "2026-03-23",
    rows: "left-out",
    page: "2",
  });
  const href = deliveryHref("acme", view, { page: view.page });
  expect(readDeliveryView(Object.fromEntries(new URL(href, "http://x").searchParams))).toEqual(view);
});

test("what cannot be read is as if it were left out", () => {
  const nothing = readDeliveryView({});
  expect(
    readDeliveryView({
      range: "constructor",
      metric: "x",
      week: "2026-02-31",
      rows: "x",
      page: "-4",
      team: ["a", "b"],
    }),
  ).toEqual(nothing);
});

test("another team or range closes the rows, another week begins at its first page", () => {
  const view = readDeliveryView({ week: "2026-03-23", page: "3" });
  expect(deliveryHref("acme", view, { team: "payments" })).toBe("/acme/dashboards/delivery?team=payments");
  expect(deliveryHref("acme", view, { week: "2026-03-30" })).toBe("/acme/dashboards/delivery?week=2026-03-30");
});

test("the window ends with today in the organization's time zone", () => {
  const late = new Date("2026-03-22T23:30:00Z");
  expect(windowOf(readDeliveryView({}), "Europe/Berlin", late)).toEqual({ from: "2025-12-24", to: "2026-03-24" });
  expect(windowOf(readDeliveryView({ range: "30d" }), "UTC", late)).toEqual({ from: "2026-02-21", to: "2026-03-23" });
});
