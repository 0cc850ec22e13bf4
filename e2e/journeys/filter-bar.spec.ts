import { expect, expectAccessible, expectNoSidewaysScrolling, test } from "../fixtures.ts";

test("the audit log is narrowed by pieces, by keyboard alone, and back takes the last one off", async ({ pageOf }) => {
  const page = await pageOf("admin");
  await page.goto("/harbourline/audit");
  const rows = page.getByRole("table", { name: "Audit entries" }).locator("tr[data-row]");
  await expect(rows.first()).toBeVisible();
  const search = page.getByRole("searchbox", { name: "Search in everything" });
  await expect(async () => {
    await page.keyboard.press("f");
    await expect(search).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await search.pressSequentially("operation:member.add");
  await page.keyboard.press("Enter");
  const operation = page.getByRole("button", { name: /^Operation is member\.add/ });
  await expect(operation).toBeVisible();
  await expect(search).toHaveValue("");
  await expect(page).toHaveURL(/operation=member\.add/);
  await expect.poll(async () => (await rows.allInnerTexts()).every((text) => text.includes("member.add"))).toBe(true);

  await page.getByRole("button", { name: "Filter", exact: true }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Day" }).press("Enter");
  await dialog.getByRole("button", { name: "up to" }).press("Enter");
  await dialog.getByLabel("Day up to").fill("2020-01-31");
  await dialog.getByLabel("Day up to").press("Enter");
  await expect(page.getByText("No entry matches")).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await expect(rows.first()).toBeVisible();
  await expect(page).toHaveURL(/operation=member\.add$/);

  await search.focus();
  await page.keyboard.press("Backspace");
  await expect(operation).toHaveCount(0);
  await expect(page).not.toHaveURL(/operation=/);
  // What is typed is one step in the history, not one for each letter.
  await search.pressSequentially("nothing that anybody did", { delay: 60 });
  await expect(page.getByText("No entry matches")).toBeVisible();
  await page.goBack();
  await expect(search).toHaveValue("");
  await page.goto("/harbourline/audit?actor=sample&door=seed&text=entity");
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(page).toHaveURL(/\/audit$/);
});

test("filters fit on a phone, and values of one filter are alternatives", async ({ pageOf }) => {
  const page = await pageOf("viewer", { width: 390 });
  await page.goto("/harbourline/catalog?lifecycle=production");
  await expect(page.getByRole("button", { name: /^Lifecycle is production/ })).toBeVisible();
  await expectNoSidewaysScrolling(page);
  const dialog = page.getByRole("dialog");
  await expect(async () => {
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await dialog.getByRole("button", { name: "Owner" }).click();
  await dialog.getByRole("checkbox", { name: /^Payments/ }).click();
  await dialog.getByRole("checkbox", { name: /^Ledger/ }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("button", { name: /^Owner is Payments or Ledger/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Lifecycle is production/ })).toBeVisible();
  await expectNoSidewaysScrolling(page);
});
