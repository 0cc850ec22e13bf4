import { expect, expectAccessible, test } from "../fixtures.ts";

test("from the home page to an entity and back by keyboard alone", async ({ pageOf }) => {
  const page = await pageOf("member");
  await page.goto("/harbourline");
  await expect(page.getByRole("main")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /skip/i })).toBeFocused();
  await page.keyboard.press("Enter");

  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/harbourline\/catalog/);
  await expect(page.getByRole("row").nth(2)).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/catalog\/component\//);

  await page.keyboard.press("ControlOrMeta+k");
  const search = page.getByRole("combobox");
  await expect(search).toBeFocused();
  await search.pressSequentially("payments-api");
  await expect(page.getByRole("option", { name: /payments-api/ }).first()).toBeVisible();
  // What is marked is told beside the list before it is opened.
  const about = page.getByRole("complementary", { name: "About payments-api", exact: true });
  await expect(about.getByRole("link", { name: "Payments" })).toBeVisible();
  await expect(about.getByText("Ownership & docs")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/catalog\/component\/payments-api/);

  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox").pressSequentially("create a serv");
  await expect(page.getByRole("option", { name: /Create a service/ }).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox")).toHaveCount(0);

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  const before = await page.locator("html").getAttribute("class");
  await page.keyboard.press("t");
  await expect.poll(() => page.locator("html").getAttribute("class")).not.toBe(before);
});
