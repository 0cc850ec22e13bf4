import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

const rowsOf = (page: Page) => page.locator("tr[data-row]");
const focusedRow = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex"));

test("a list is sorted, paged and arranged by its address, and back goes back", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/catalog");
  const table = page.getByRole("table", { name: "Components" });
  await expect(table.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  const all = Number(await table.getAttribute("aria-rowcount")) - 1;
  expect(all).toBeGreaterThan(50);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText(`51 to ${all} of ${all}`)).toBeVisible();
  await expect(rowsOf(page).first()).toHaveAttribute("aria-rowindex", "52");
  await page.goBack();
  await expect(rowsOf(page).first()).toHaveAttribute("aria-rowindex", "2");

  await table.getByRole("link", { name: "Owner" }).click();
  await expect(table.getByRole("columnheader", { name: "Owner", exact: true })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(page).toHaveURL(/sort=owner/);

  await page.getByRole("button", { name: "View", exact: true }).click();
  await page.getByRole("checkbox", { name: "Lifecycle" }).click();
  await expect(table.getByRole("columnheader", { name: "Lifecycle" })).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Identifier" }).click();
  await expect(table.getByRole("columnheader", { name: "Identifier" })).toBeVisible();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(page).toHaveURL(/density=compact/);
  expect((await rowsOf(page).first().boundingBox())?.height).toBeLessThan(33);
  // Remembered in this browser, also without the address.
  await page.goto("/harbourline/catalog");
  await expect(table.getByRole("columnheader", { name: "Identifier" })).toBeVisible();
  await expect(table.getByRole("columnheader", { name: "Lifecycle" })).toHaveCount(0);
  // The heads stay in view.
  await page.mouse.move(800, 600);
  await page.mouse.wheel(0, 900);
  await expect.poll(async () => (await table.getByRole("columnheader", { name: "Name" }).boundingBox())?.y).toBe(0);
});

test("a long list draws the rows that are near, and scrolling does not take the focus away", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/catalog?blueprint=all&rows=1000");
  const table = page.getByRole("table", { name: "Everything" });
  const all = Number(await table.getAttribute("aria-rowcount")) - 1;
  expect(all).toBeGreaterThan(200);
  // The server sends sixty; a browser that has taken over draws what its window needs.
  await expect
    .poll(async () => {
      const count = await rowsOf(page).count();
      return count > 0 && count < 60;
    })
    .toBe(true);
  await page.keyboard.press("j");
  await expect.poll(() => focusedRow(page)).toBe("2");
  await page.keyboard.press("j");
  await expect.poll(() => focusedRow(page)).toBe("3");
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.locator(`tr[aria-rowindex="${all + 1}"]`)).toBeVisible();
  expect(await focusedRow(page)).toBe("3");
  await page.keyboard.press("j");
  await expect.poll(() => focusedRow(page)).toBe("4");
  await expect(page.locator("tr[aria-rowindex='4']")).toBeInViewport();
  for (let count = 0; count < 40; count += 1) await page.keyboard.press("j");
  await expect.poll(() => focusedRow(page)).toBe("44");
  await expect(page.locator("tr[aria-rowindex='44']")).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/catalog\/[a-z]+\//);
});
