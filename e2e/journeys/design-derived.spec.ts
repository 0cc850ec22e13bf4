import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../fixtures.ts";

/** Chooses in a list, and waits until the choice is shown: what is done next builds on it. */
async function choose(page: Page, list: Locator, option: string | RegExp): Promise<void> {
  await list.click();
  await page.getByRole("option", { name: option, exact: true }).click();
  await expect(list).toHaveText(option);
}

test("what is worked out, who owns it, and what a relation says of itself is designed with forms", async ({
  pageOf,
}) => {
  test.setTimeout(180_000);
  const page = await pageOf("admin");
  const identifier = `widget-${Date.now()}`;
  await page.goto("/harbourline/blueprints/new");
  await expect(page.getByRole("heading", { level: 1, name: "What is it made of?" })).toBeVisible();
  const editor = page.locator("form");
  await expect(async () => {
    await editor.getByLabel("Title", { exact: true }).first().fill("Widget");
    await expect(editor.getByLabel("Title of many")).toHaveValue("Widgets", { timeout: 1000 });
  }).toPass();
  await editor.getByLabel("Identifier").first().fill(identifier);

  // A relation that says what of the other is used, and from when to when.
  await editor.getByRole("button", { name: "Add a relation" }).click();
  // A row's form is fetched when it is first wanted: it is looked for in its own list, where there is no other.
  await editor.getByRole("list", { name: "Relations" }).getByLabel("Title", { exact: true }).fill("Built from");
  await editor.getByRole("combobox", { name: "Points at" }).fill("Compon");
  await page.getByRole("option", { name: "Component", exact: true }).click();
  await expect(editor.getByRole("button", { name: /^Built from/ })).toContainText("One: Component");
  await editor.getByRole("checkbox", { name: "From when to when it holds" }).check();
  const said = editor.getByRole("group", { name: "What is said of the relation itself" });
  await said.getByRole("button", { name: "Add a property of the relation" }).click();
  await said.getByLabel("Title", { exact: true }).fill("Share");
  await expect(said.getByLabel("Identifier")).toHaveValue("share");
  await choose(page, said.getByRole("combobox", { name: "Type" }), "Number");
  await said.getByRole("checkbox", { name: "Needed" }).check();
  await expectAccessible(page);

  // A number over what it is built from; a path that leads nowhere is named at its field.
  await editor.getByRole("button", { name: "Add a derived property" }).click();
  const derived = editor.getByRole("list", { name: "Derived properties" });
  await derived.getByLabel("Title", { exact: true }).fill("Parts in use");
  await choose(page, editor.getByRole("combobox", { name: "Worked out" }), /^Aggregated/);
  await editor.getByLabel("Relation of step 1").fill("madeOf");
  await editor.getByRole("button", { name: /^Parts in use/ }).click();
  await expect(editor.getByLabel("Relation of step 1")).toHaveCount(0);
  // An expression of the entity itself, of another type than it says.
  await editor.getByRole("button", { name: "Add a derived property" }).click();
  await derived.getByLabel("Title", { exact: true }).fill("Has parts");
  // It is written as queries are: what is not saved yet is offered, and a mistake is said at its field before anything is sent.
  const expression = editor.getByRole("combobox", { name: "Expression" });
  await expect(async () => {
    await expression.fill("");
    await expression.pressSequentially("properties.par");
    await expect(page.getByRole("option", { name: /partsInUse/ })).toBeVisible({ timeout: 5000 });
  }).toPass();
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await expect(expression).toHaveValue("properties.partsInUse");
  await expression.pressSequentially(' > "some"');
  await expression.blur();
  await expect(editor.getByRole("alert").filter({ hasText: "Line 1, column" })).toBeVisible();
  await expect(expression).toHaveAttribute("aria-invalid", "true");
  await expression.fill("properties.partsInUse > 0");
  await expect(editor.getByRole("alert").filter({ hasText: "Line 1, column" })).toHaveCount(0);
  // Who owns it follows from what it is built from.
  await editor.getByRole("radio", { name: /^Inherited along a path/ }).check();
  await editor.getByLabel("Relation of step 1").last().fill("builtFrom");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create kind" }).click();
  // The closed row that is wrong opens, and what is wrong stands at its field.
  const path = derived.getByLabel("Relation of step 1");
  await expect(path).toHaveAttribute("aria-invalid", "true");
  await expect(editor.getByText(/declares no relation madeOf/)).toBeVisible();
  await path.fill("builtFrom");
  await page.getByRole("button", { name: "Create kind" }).click();
  await expect(editor.getByText(/yields|boolean/).first()).toBeVisible();
  await choose(page, editor.getByRole("combobox", { name: "Gives" }), "Yes or no");
  await page.getByRole("button", { name: "Create kind" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Widget" })).toBeVisible();

  // Something of this kind: what is said of the relation is asked for, and the rest is worked out.
  await page.goto(`/harbourline/catalog/new?kind=${identifier}`);
  await expect(async () => {
    await page.getByLabel("Identifier").fill("first");
    await page.getByRole("textbox", { name: /^Title/ }).fill("First widget");
    await page.getByRole("combobox", { name: /^Built from/ }).fill("payments-api");
    await page
      .getByRole("option", { name: /payments-api/ })
      .first()
      .click({ timeout: 5000 });
  }).toPass();
  await page.getByRole("button", { name: "Create widget" }).click();
  await expect(page.getByText(/share: This is needed/)).toBeVisible();
  await page.getByLabel("Share").fill("40");
  await page.getByLabel("Since").fill("2026-01-31");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create widget" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "First widget" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Parts in use");
  await expect(page.getByRole("main")).toContainText("Inherited");
  const answer = await page.request.get(`/api/v1/entities/${identifier}/first?org=harbourline`);
  const entity = (await answer.json()) as { properties: Record<string, unknown>; owner: { identifier: string } };
  expect(entity.properties).toMatchObject({ partsInUse: 1, hasParts: true });
  expect(entity.owner.identifier).toBe("payments");
});

test("what one states holds for all below it of the same kind, and a circle says that it is one", async ({
  pageOf,
}) => {
  test.setTimeout(180_000);
  const page = await pageOf("admin");
  const identifier = `area-${Date.now()}`;
  await page.goto("/harbourline/blueprints/new");
  const editor = page.locator("form");
  await expect(async () => {
    await editor.getByLabel("Title", { exact: true }).first().fill("Area");
    await expect(editor.getByLabel("Title of many")).toHaveValue("Areas", { timeout: 1000 });
  }).toPass();
  await editor.getByLabel("Identifier").first().fill(identifier);
  await editor.getByRole("button", { name: "Add a property" }).click();
  const properties = editor.getByRole("list", { name: "Properties", exact: true });
  await properties.getByLabel("Title", { exact: true }).fill("Region");
  await expect(properties.getByLabel("Identifier")).toHaveValue("region");
  await editor.getByRole("button", { name: "Add a relation" }).click();
  await editor.getByRole("list", { name: "Relations" }).getByLabel("Title", { exact: true }).fill("Below");
  await editor.getByRole("button", { name: "Add a derived property" }).click();
  const derived = editor.getByRole("list", { name: "Derived properties" });
  await derived.getByLabel("Title", { exact: true }).fill("Region above");
  await choose(page, derived.getByRole("combobox", { name: "Worked out" }), /^Mirrored/);
  await derived.getByLabel("Relation of step 1").fill("below");
  await derived.getByLabel("Field", { exact: true }).fill("properties.region");
  await derived.getByRole("checkbox", { name: "Follow it until something has a value" }).check();
  await derived.getByRole("checkbox", { name: "Its own value comes first" }).check();
  await editor.getByRole("radio", { name: /^Inherited along a path/ }).check();
  await editor.getByLabel("Relation of step 1").last().fill("below");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create kind" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Area", exact: true })).toBeVisible();

  const api = `/api/v1/entities`;
  const below = (name: string) => ({ below: [{ blueprint: identifier, identifier: name }] });
  const make = async (name: string, more: object) => {
    const data = { blueprint: identifier, identifier: name, title: `Area ${name}`, ...more };
    const answer = await page.request.post(`${api}?org=harbourline`, {
      data,
      headers: { origin: new URL(page.url()).origin },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await make("top", { owner: "group:payments", properties: { region: "North" } });
  await make("middle", { relations: below("top") });
  await make("low", { relations: below("middle") });
  await page.goto(`/harbourline/catalog/${identifier}/low`);
  await expect(page.getByRole("main")).toContainText("North");
  await expect(page.getByRole("main").getByRole("link", { name: "Area top" })).toBeVisible();
  await make("round", { relations: below("round") });
  await page.goto(`/harbourline/catalog/${identifier}/round`);
  await expect(page.getByText(/leads round in a circle in which nothing names an owner/)).toBeVisible();
  await expect(page.getByText(/leads round in a circle in which nothing has region/)).toBeVisible();
  await expectAccessible(page);
});

test("of two changes in one frame, or while a form is fetched, both count", async ({ pageOf }) => {
  test.setTimeout(120_000);
  const page = await pageOf("admin");
  await page.goto("/harbourline/blueprints/new");
  const editor = page.locator("form");
  await expect(async () => {
    await editor.getByLabel("Title", { exact: true }).first().fill("Early");
    await expect(editor.getByLabel("Title of many")).toHaveValue("Earlies", { timeout: 1000 });
  }).toPass();
  // The form of the row is on its way while somebody goes on writing.
  const held = Promise.withResolvers<void>();
  await page.route("**/_next/static/**", async (route) => {
    await held.promise;
    await route.continue();
  });
  await editor.getByRole("button", { name: "Add a derived property" }).click();
  await editor.getByLabel("Title", { exact: true }).first().fill("Late");
  await editor.getByLabel("Title of many").fill("Latecomers");
  held.resolve();
  const derived = editor.getByRole("list", { name: "Derived properties" });
  await derived.getByLabel("Title", { exact: true }).fill("Mirror");
  await expect(editor.getByLabel("Title", { exact: true }).first()).toHaveValue("Late");
  await expect(editor.getByLabel("Title of many")).toHaveValue("Latecomers");

  await choose(page, derived.getByRole("combobox", { name: "Worked out" }), /^Mirrored/);
  // Two presses before anything is drawn again.
  await derived.getByRole("button", { name: "Add a step" }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(derived.getByLabel("Relation of step 3")).toBeVisible();
});
