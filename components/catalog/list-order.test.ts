import { expect, test } from "vitest";
import { exportAsk, modeHref, readCatalogSearch } from "#components/catalog/catalog-search.ts";
import { readOrder } from "#components/catalog/list-order.ts";
import { isSameState } from "#components/catalog/views/complete-view.ts";
import { viewHref } from "#components/catalog/views/view-href.ts";
import { stateOf } from "#components/catalog/views/view-state.ts";

const best = { sort: "best", direction: "ascending" };

test("words are ranked unless a column was chosen; without words there is no best match", () => {
  expect(readOrder({ text: "pay" })).toEqual(best);
  expect(readOrder({ text: "pay", sort: "best", direction: "descending" })).toEqual(best);
  expect(readOrder({ text: "pay", sort: "title" })).toEqual({ sort: "title", direction: "ascending" });
  expect(readOrder({ text: "pay", direction: "descending" })).toEqual({ sort: "title", direction: "descending" });
  expect(readOrder({ text: "pay", sort: "nothing" })).toEqual(best);
  expect(readOrder({ text: "  ", sort: "best" })).toEqual({ sort: "title", direction: "ascending" });
  expect(readOrder({ type: "service" })).toEqual({ sort: "title", direction: "ascending" });
});

test("words are words as boxes and as a query", () => {
  expect(readOrder({ query: 'text contains "pay" and type = "service"' })).toEqual(best);
  expect(readOrder({ query: 'title contains "pay"' }).sort).toBe("title");
  const parameters = { text: "pay web", type: "service" };
  const address = new URL(modeHref("acme", parameters, readCatalogSearch(parameters, undefined), "query"), "http://x");
  expect(address.searchParams.has("text")).toBe(false);
  const search = readCatalogSearch(Object.fromEntries(address.searchParams), undefined);
  expect(search.sort).toBe("best");
  // A file of it is asked for with the words as words: only they have a best match.
  expect(exportAsk(search)).toMatchObject({ text: "pay web", sort: "best", type: ["service"], query: undefined });
});

test("a view keeps the order that was chosen, and none where the list has it of itself", () => {
  expect(stateOf({ text: "pay" }, undefined)).toEqual({ text: "pay" });
  expect(stateOf({ text: "pay", sort: "best" }, undefined)).toEqual({ text: "pay" });
  const byTitle = { text: "pay", sort: "title" as const };
  expect(stateOf({ ...byTitle, direction: "ascending" }, undefined)).toEqual(byTitle);
  expect(stateOf({ sort: "title" }, undefined)).toEqual({});
  const address = new URL(viewHref("acme", { id: "one", state: byTitle }), "http://x");
  expect(isSameState(stateOf(Object.fromEntries(address.searchParams), undefined), byTitle)).toBe(true);
});
