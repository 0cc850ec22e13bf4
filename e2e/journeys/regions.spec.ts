import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

// The browser's complaints fail every test at its end: hydration that finds another text is one of them.

/** What the page shows of numbers that are written as in Germany, and of those that are not. */
async function numbersOf(page: Page): Promise<{ german: string[]; english: string[] }> {
  const text = await page.getByRole("main").innerText();
  return {
    german: text.match(/(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,])|(?<![\d.,])\d+,\d(?![\d,])/g) ?? [],
    english: text.match(/(?<![\d.,])\d{1,3},\d{3}(?![\d.,])/g) ?? [],
  };
}

test("a browser from Germany sees English words with German numbers and dates", async ({ pageOf }) => {
  const page = await pageOf("admin", { locale: "de-DE" });
  await page.goto("/harbourline");
  await expect(page.locator("html")).toHaveAttribute("lang", "en-DE");
  await expect(page.getByRole("main")).toContainText(/(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+\./);

  await page.goto("/harbourline/catalog");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect((await numbersOf(page)).english).toEqual([]);
  // Written by the browser alone.
  await page.getByRole("button", { name: "View", exact: true }).click();
  await expect(page.getByText("1.000", { exact: true })).toBeVisible();

  await page.goto("/harbourline/dashboards/delivery");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const dashboard = await numbersOf(page);
  expect(dashboard.german.length).toBeGreaterThan(0);
  expect(dashboard.english).toEqual([]);

  await page.goto("/harbourline/audit");
  const time = page.getByRole("main").locator("td time").first();
  await expect(time).toHaveAttribute("title", /^\d{1,2} [A-Z][a-z]{2} \d{4}, \d\d:\d\d:\d\d$/);
});

test("an American browser sees the month first and the half of the day", async ({ pageOf }) => {
  const page = await pageOf("admin", { locale: "en-US" });
  await page.goto("/harbourline/audit");
  const time = page.getByRole("main").locator("td time").first();
  await expect(time).toHaveAttribute("title", /^[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d\d:\d\d [AP]M$/);
});

test("whoever chooses a region reads it everywhere, whatever the browser says, and can leave it to the browser again", async ({
  pageOf,
}) => {
  const page = await pageOf("viewer", { locale: "en-US" });
  await page.goto("/harbourline/settings/account");
  await expect(page.getByText("Now: 1,234.5 and")).toBeVisible();
  const choose = async (name: string) => {
    await page.getByRole("combobox", { name: "Region for dates and numbers" }).click();
    await page.getByRole("option", { name, exact: true }).click();
    await page.getByRole("button", { name: "Save the region" }).click();
  };
  await choose("Austria");
  await expect(page.getByText("Now: 1.234,5 and")).toBeVisible();
  await page.goto("/harbourline");
  await expect(page.locator("html")).toHaveAttribute("lang", "en-AT");
  await page.goto("/harbourline/settings/account");
  await choose("As the browser says");
  await expect(page.getByText("Now: 1,234.5 and")).toBeVisible();
});
