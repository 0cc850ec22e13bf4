import { expect, test } from "../fixtures.ts";

test("menus, lists to choose from and dialogs, which come when they are wanted, work by keyboard and give the focus back", async ({
  pageOf,
}) => {
  const page = await pageOf("admin");
  await page.goto("/harbourline/settings/keys");
  const person = page.getByRole("button", { name: /Ines/ });
  await person.focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("menu", { name: /Menu of Ines/ });
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(person).toBeFocused();
  // The pointer opens it, and the same press closes it.
  await person.click();
  await expect(menu).toBeVisible();
  await person.click();
  await expect(menu).toBeHidden();
  await person.click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await page.keyboard.press("Escape");

  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("textbox").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.locator('main [aria-keyshortcuts="c"]')).toBeFocused();

  await page.goto("/harbourline/settings/members");
  const role = page.getByRole("main").getByRole("combobox").last();
  await expect(async () => {
    await role.focus();
    expect(await role.evaluate((element) => element === document.activeElement)).toBe(true);
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(role).toBeFocused();
  await role.click();
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
});

test("what is typed into a field before its list is there is not lost", async ({ pageOf }) => {
  const page = await pageOf("member");
  await page.route(/_next\/static\/chunks/, async (route) => {
    // A slow network for what is fetched when the field is first used.
    if (page.url().includes("/actions/")) await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await page.goto("/harbourline/actions/create-service");
  await page.waitForLoadState("networkidle");
  const owner = page.locator('[data-field="owner"]').getByRole("combobox");
  await owner.click();
  await page.keyboard.type("paym", { delay: 40 });
  await expect(page.getByRole("option", { name: /Payments/ }).first()).toBeVisible();
  await expect(owner).toHaveValue("paym");
  await page.keyboard.press("Enter");
  await expect(owner).toHaveValue("Payments");
});

test("the palette does things, shows keys, and begins with what was opened last", async ({ pageOf }) => {
  const page = await pageOf("admin");
  await page.goto("/harbourline/scorecards");
  await page.keyboard.press("ControlOrMeta+k");
  const search = page.getByRole("combobox", { name: /Search/ });
  await search.pressSequentially("own");
  await expect(page.getByRole("option", { name: /Ownership & docs/ })).toBeVisible();
  await page.getByRole("option", { name: /Ownership & docs/ }).click();
  await expect(page).toHaveURL(/scorecards\/ownership-and-docs/);

  await page.keyboard.press("ControlOrMeta+k");
  const first = page.getByRole("option").first();
  await expect(first).toContainText("Ownership & docs");
  await expect(page.getByRole("option", { name: /Catalog/ })).toContainText("g");
  await search.pressSequentially("copy link");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.keyboard.press("Enter");
  await expect(page.getByText("The link to this page is copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());

  await page.keyboard.press("ControlOrMeta+k");
  await search.pressSequentially("create api key");
  await page.getByRole("option", { name: "Create an API key" }).click();
  await expect(page).toHaveURL(/settings\/keys/);
  await expect(page.getByRole("dialog", { name: /key/i })).toBeVisible();
});

test("the help knows every key, those of the page among them; g leads to each place, j and k go through a list", async ({
  pageOf,
}) => {
  const page = await pageOf("admin");
  await page.goto("/harbourline/settings/webhooks");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  // A page that has just come may not listen yet.
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(help).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(help.getByText("Inbox", { exact: true })).toBeVisible();
  await expect(help.getByRole("heading", { name: "On this page" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  for (const [key, path] of [
    ["i", "inbox"],
    ["s", "scorecards"],
    ["a", "actions"],
    ["r", "runs"],
    ["d", "dashboards"],
  ] as const) {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await expect(page).toHaveURL(new RegExp(`/harbourline/${path}`));
  }
  await page.goto("/harbourline");
  await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
  const focused = () => page.evaluate(() => document.activeElement?.closest("[data-rows] > *")?.textContent ?? null);
  await expect(async () => {
    await page.keyboard.press("j");
    await expect.poll(focused, { timeout: 1_000 }).not.toBeNull();
  }).toPass();
  const firstRow = await focused();
  await page.keyboard.press("j");
  await expect.poll(focused).not.toBe(firstRow);
  await page.keyboard.press("k");
  await expect.poll(focused).toBe(firstRow);
});

test("going back leads to the row that one came from", async ({ pageOf }) => {
  const page = await pageOf("member");
  await page.goto("/harbourline/catalog");
  const link = page.getByRole("row").nth(20).getByRole("link").first();
  const name = (await link.textContent()) ?? "";
  await link.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await page.goBack();
  await expect(link).toBeFocused();
  await expect.poll(async () => Math.abs((await page.evaluate(() => window.scrollY)) - before)).toBeLessThan(60);
});

test("without a network a page stays, says so, and works again afterwards", async ({ pageOf }) => {
  const page = await pageOf("member");
  await page.goto("/harbourline/scorecards");
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  await expect(page.getByText("No network.")).toBeVisible();
  await page.getByRole("navigation", { name: "Portal" }).getByRole("link", { name: "Actions" }).click();
  await expect(page.getByText("There is no network: this page stays")).toBeVisible();
  await expect(page).toHaveURL(/scorecards$/);
  await page.context().setOffline(false);
  await expect(page.getByText("No network.")).toBeHidden();
  await page.getByRole("navigation", { name: "Portal" }).getByRole("link", { name: "Actions" }).click();
  await expect(page).toHaveURL(/actions$/);
});

test("an address with nothing at it looks for the name that is in it", async ({ pageOf }) => {
  const page = await pageOf("member");
  await page.goto("/harbourline/catalog/component/payments-ap");
  await page.getByRole("button", { name: "Search for “payments-ap”" }).click();
  await expect(page.getByRole("combobox", { name: /Search/ })).toHaveValue("payments-ap");
  await page
    .getByRole("option", { name: /payments-api/ })
    .first()
    .click();
  await expect(page).toHaveURL(/payments-api/);
});

test("paper has the whole table and nothing that moves about the page, in daylight", async ({ pageOf }) => {
  const page = await pageOf("admin", { colorScheme: "dark" });
  await page.goto("/harbourline/audit");
  await expect(page.getByRole("row").nth(3)).toBeVisible();
  const rows = await page.getByRole("main").getByRole("row").count();
  const background = () =>
    page.evaluate(() => getComputedStyle(document.querySelector("main") ?? document.body).backgroundColor);
  const dark = await background();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("complementary", { name: "Sidebar" })).toBeHidden();
  expect(await background()).toBe("rgb(255, 255, 255)");
  expect(dark).not.toBe("rgb(255, 255, 255)");
  expect(await page.getByRole("main").getByRole("row").count()).toBeGreaterThanOrEqual(rows);
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll("main table")].filter(
        (table) => (table.parentElement?.scrollWidth ?? 0) > (table.parentElement?.clientWidth ?? 0) + 1,
      ).length,
  );
  expect(cut).toBe(0);
});
