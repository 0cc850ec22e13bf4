import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../fixtures.ts";

/** Makes an entity of its own, so that no other journey meets it. */
async function make(page: Page, name: string, more: object = {}): Promise<string> {
  const identifier = `${name}-${Date.now()}`;
  const answer = await page.request.post("/api/v1/entities?org=harbourline", {
    headers: { origin: new URL(page.url()).origin },
    data: {
      blueprint: "component",
      identifier,
      title: identifier,
      owner: "group:payments",
      type: "service",
      lifecycle: "experimental",
      tags: ["made"],
      ...more,
    },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return identifier;
}

async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole("button", { name: `More that can be done with ${name}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("an entity is archived with a reason, found among the archived, restored, and deleted after seeing who depends on it", async ({
  pageOf,
}) => {
  const page = await pageOf("member");
  await page.goto("/harbourline/catalog");
  const name = await make(page, "to-archive");
  await page.goto(`/harbourline/catalog/component/${name}`);
  await choose(page, name, "Archive…");
  const dialog = page.getByRole("dialog", { name: `Archive ${name}?` });
  await expect(dialog.getByText("Nothing points at it")).toBeVisible();
  await dialog.getByLabel("Why").fill("Replaced by another");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(page.getByText("Replaced by another")).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
  await expectAccessible(page);

  await page.goto("/harbourline/catalog");
  await page.getByRole("link", { name: "Archived ones" }).click();
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("Replaced by another");
  await expectAccessible(page);
  await row.getByRole("button", { name: `Restore ${name}` }).click();
  await expect(row).toHaveCount(0);
  await page.goto(`/harbourline/catalog/component/${name}`);
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toBeVisible();

  await choose(page, name, "Confirm: still true");
  await expect(page.getByText(`${name} is confirmed`)).toBeVisible();
  const leaning = await make(page, "leaning", {
    relations: { dependsOn: [{ blueprint: "component", identifier: name }] },
  });
  await choose(page, name, "Delete…");
  await expect(page.getByRole("dialog").getByRole("link", { name: leaning })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page).toHaveURL(/catalog\?blueprint=component/);
  const answer = await page.goto(`/harbourline/catalog/component/${name}`);
  expect(answer?.status()).toBe(404);
});

test("what stands at a cell is changed there by keyboard, a lost update shows both, and an override is marked and dropped", async ({
  pageOf,
}) => {
  const page = await pageOf("member");
  await page.goto("/harbourline/catalog?blueprint=component&text=card-vault");
  const row = page.getByRole("row", { name: /card-vault/ }).first();
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(row).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const editor = page.getByRole("dialog", { name: /^Lifecycle of/ });
  await expect(editor.getByRole("textbox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(editor).toHaveCount(0);
  await expect(row.locator("[data-edit=lifecycle]")).toBeFocused();
  await page.keyboard.press("e");
  // Meanwhile somebody else is faster.
  const other = await page.request.patch("/api/v1/entities/component/card-vault?org=harbourline", {
    headers: { origin: new URL(page.url()).origin },
    data: { lifecycle: "deprecated" },
  });
  expect(other.status()).toBe(200);
  await editor.getByRole("textbox").fill("experimental");
  await page.keyboard.press("Enter");
  await expect(editor.getByRole("alert")).toContainText("deprecated");
  await expect(editor.getByRole("alert")).toContainText("experimental");
  await expectAccessible(page);
  await editor.getByRole("button", { name: "Save mine" }).click();
  await expect(row).toContainText("experimental");

  await page.goto("/harbourline/catalog/component/card-vault");
  await page.getByRole("button", { name: /^Lifecycle: set by hand/ }).click();
  const said = page.getByRole("dialog", { name: "Who says lifecycle" });
  await expect(said).toContainText("It goes back to production");
  await expectAccessible(page);
  await said.getByRole("button", { name: "Drop the override" }).click();
  await expect(page.getByRole("button", { name: /^Lifecycle: set by hand/ })).toHaveCount(0);
  await page.getByRole("link", { name: /^Changes/ }).click();
  await expect(
    page
      .getByRole("region", { name: /^Version/ })
      .first()
      .or(page.locator("#version-1")),
  ).toBeVisible();
  await page.getByRole("combobox", { name: "Field" }).click();
  await page.getByRole("option", { name: "Lifecycle" }).click();
  await expect(page).toHaveURL(/field=lifecycle/);
  await expect(page.locator("ins").first()).toContainText("production");
});

test("many rows are changed by keyboard only, and what is refused is listed and stays selected", async ({ pageOf }) => {
  const page = await pageOf("member");
  await page.goto("/harbourline/catalog");
  const stamp = `bulk${Date.now()}`;
  const names = [await make(page, `${stamp}-a`), await make(page, `${stamp}-b`)];
  await page.goto(`/harbourline/catalog?text=${stamp}`);
  const bar = page.getByRole("region", { name: "Selection" });
  // A key that is pressed before the browser has taken over is lost.
  await expect(async () => {
    if (!(await bar.isVisible())) {
      await page.keyboard.press("j");
      await page.keyboard.press("x");
    }
    await expect(bar).toContainText("1 selected", { timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(bar).toContainText("2 selected");
  // One of them goes before it is changed.
  const gone = await page.request.post("/api/v1/entities/archive?org=harbourline", {
    headers: { origin: new URL(page.url()).origin },
    data: { blueprint: "component", identifier: names[0] },
  });
  expect(gone.status()).toBe(200);
  await bar.getByRole("button", { name: "Edit" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Edit 2 entities" });
  await dialog.getByRole("combobox", { name: "What to change" }).click();
  await page.getByRole("option", { name: "Tags to add" }).click();
  await dialog.getByRole("textbox", { name: "To" }).fill("by-hand");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Change 2 entities" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "1 done, 1 not" })).toBeVisible();
  await expect(page.getByText(`There is no component ${names[0]} in the catalog`)).toBeVisible();
  await expectAccessible(page);
  const answer = await page.request.get(`/api/v1/entities/component/${names[1]}?org=harbourline`);
  expect(((await answer.json()) as { tags: string[] }).tags).toEqual(["made", "by-hand"]);
});

test("what is selected is confirmed as still true in one go", async ({ pageOf }) => {
  const page = await pageOf("member");
  await page.goto("/harbourline/catalog");
  const stamp = `true${Date.now()}`;
  const names = [await make(page, `${stamp}-a`), await make(page, `${stamp}-b`)];
  await page.goto(`/harbourline/catalog?text=${stamp}`);
  const bar = page.getByRole("region", { name: "Selection" });
  // A press before the browser has taken over is lost.
  await expect(async () => {
    for (const name of names) await page.getByRole("checkbox", { name: `Select ${name}` }).setChecked(true);
    await expect(bar).toContainText("2 selected", { timeout: 1_000 });
  }).toPass();
  await bar.getByRole("button", { name: "Still true" }).click();
  await expect(page.getByRole("status").filter({ hasText: "2 done" })).toBeVisible();
  for (const name of names) {
    const answer = await page.request.get(`/api/v1/entities/component/${name}?org=harbourline`);
    const { verification } = (await answer.json()) as { verification: { verifiedAt: string | null } };
    expect(verification.verifiedAt).not.toBeNull();
  }
});
