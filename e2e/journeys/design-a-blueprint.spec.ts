import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../fixtures.ts";

/** Chooses in a list, and waits until the choice is shown: what is done next builds on it. */
async function choose(page: Page, list: Locator, option: string | RegExp): Promise<void> {
  await list.click();
  await page.getByRole("option", { name: option, exact: true }).click();
  await expect(list).toHaveText(option);
}

test("a kind is designed by keyboard, something is made of it, and a changed type converts what is there", async ({
  pageOf,
}) => {
  test.setTimeout(180_000);
  const page = await pageOf("admin");
  const identifier = `gadget-${Date.now()}`;
  await page.goto("/harbourline/blueprints");
  await page.getByRole("link", { name: "New kind" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What is it made of?" })).toBeVisible();
  const editor = page.locator("form");
  await editor.getByLabel("Title", { exact: true }).fill("Gadget");
  await expect(editor.getByLabel("Title of many")).toHaveValue("Gadgets");
  await editor.getByLabel("Identifier").fill(identifier);

  // Two properties, added and put in order with keys alone.
  await editor.getByRole("button", { name: "Add a property" }).focus();
  await page.keyboard.press("Enter");
  await expect(editor.getByLabel("Title", { exact: true }).last()).toBeFocused();
  await page.keyboard.type("Service tier");
  await expect(editor.getByLabel("Identifier").last()).toHaveValue("serviceTier");
  await editor.getByRole("button", { name: "Add a property" }).focus();
  await page.keyboard.press("Enter");
  await expect(editor.getByLabel("Title", { exact: true }).last()).toBeFocused();
  await expect(editor.getByLabel("Title", { exact: true }).last()).toHaveValue("");
  await page.keyboard.type("Region");
  const rows = editor.getByRole("list", { name: "Properties" }).getByRole("button", { expanded: true });
  await rows.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByText("Region is now 1 of 2")).toBeAttached();
  await expect(editor.getByRole("list", { name: "Properties" }).getByRole("listitem").first()).toContainText("Region");
  // The form that comes of it stands beside.
  const preview = page.getByRole("complementary", { name: "Preview" });
  await expect(preview.getByLabel("Service tier")).toBeVisible();
  await expectAccessible(page);

  // The same as JSON; what cannot be read is named at its line and kept.
  await editor.getByRole("button", { name: "JSON", exact: true }).click();
  const json = editor.getByLabel("Definition as JSON");
  await expect(json).toHaveValue(/"identifier": "serviceTier"/);
  const right = await json.inputValue();
  await json.fill(right.replace('"title": "Region",', '"title": "Region"'));
  await expect(editor.getByText("A comma is missing before this")).toBeVisible();
  await editor.getByRole("button", { name: "Visual" }).click();
  await expect(editor.getByText("The JSON cannot be shown as forms.")).toBeVisible();
  await editor.getByRole("button", { name: "Back to the JSON" }).click();
  await expect(json).not.toHaveValue(right);
  await json.fill(right.replace('"title": "Region"', '"title": "Where"'));
  await expectAccessible(page);
  await editor.getByRole("button", { name: "Visual" }).click();
  await expect(editor.getByRole("button", { name: /^Where/ })).toBeVisible();
  await page.getByRole("button", { name: "Create kind" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Gadget" })).toBeVisible();

  // Something of this kind, then the type of a property that has values.
  for (const [name, tier] of [
    ["one", "1"],
    ["two", "second"],
  ] as const) {
    await page.goto(`/harbourline/catalog/new?kind=${identifier}`);
    await page.getByLabel("Identifier").fill(name);
    await page.getByRole("textbox", { name: /^Title/ }).fill(`Gadget ${name}`);
    await page.getByLabel("Service tier").fill(tier);
    await page.getByRole("button", { name: "Create gadget" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `Gadget ${name}` })).toBeVisible();
  }
  await page.goto(`/harbourline/blueprints/${identifier}`);
  await editor.getByRole("button", { name: /^Service tier/ }).click();
  await editor.getByRole("combobox", { name: "Type" }).click();
  await page.getByRole("option", { name: "Number", exact: true }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "One thing does not fit any more" })).toBeVisible();
  const examples = page.getByRole("table", { name: "Examples: Service tier" });
  await expect(examples.getByRole("row", { name: /Gadget one/ })).toContainText("1");
  await expect(examples.getByRole("row", { name: /Gadget two/ })).toContainText("This has to be a number");
  await expectAccessible(page);
  // Undecided it is refused, and the decision is asked for at its place.
  await page.getByRole("button", { name: "Save and do this" }).click();
  await expect(page.getByText(/1 entity does not fit, such as two/)).toBeVisible();
  await page.getByRole("radio", { name: "Remove" }).check();
  await expect(examples.getByRole("row", { name: /Gadget two/ })).toContainText("Removed");
  await page.getByRole("button", { name: "Save and do this" }).click();
  await expect(page.getByText("Saved as version 2.")).toBeVisible();
  await expect(page.getByText("2 gadgets changed.")).toBeVisible();
  await page.goto(`/harbourline/edit/${identifier}/one`);
  await expect(page.getByLabel("Service tier")).toHaveValue("1");
  await expect(page.getByLabel("Service tier")).toHaveAttribute("inputmode", "decimal");
  await page.goto(`/harbourline/edit/${identifier}/two`);
  await expect(page.getByLabel("Service tier")).toHaveValue("");

  // Deleting says what goes along with it.
  await page.goto(`/harbourline/blueprints/${identifier}`);
  await page.getByRole("button", { name: "Delete kind" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Delete kind" }).click();
  await expect(dialog.getByText(/2 of this kind are in the catalog/)).toBeVisible();
  await dialog.getByRole("checkbox", { name: /Delete the 2 in the catalog too/ }).check();
  await dialog.getByRole("button", { name: "Delete kind" }).click();
  await expect(page).toHaveURL(/\/blueprints$/);
  await expect(page.getByRole("link", { name: "Gadget", exact: true })).toHaveCount(0);
});

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

test("of two who design the same kind, the second sees both versions; a shipped kind is brought back", async ({
  pageOf,
}) => {
  test.setTimeout(120_000);
  const [one, two] = [await pageOf("admin"), await pageOf("admin", { colorScheme: "dark" })];
  const address = "/harbourline/blueprints/incident";
  await one.goto(address);
  await two.goto(address);
  await one.getByLabel("Title", { exact: true }).first().fill("Outage");
  await one.getByRole("button", { name: "Save", exact: true }).click();
  await expect(one.getByText(/Saved as version/)).toBeVisible();
  await two.getByLabel("Title", { exact: true }).first().fill("Trouble");
  await two.getByLabel("Title of many").fill("Troubles");
  await two.getByRole("button", { name: "Save", exact: true }).click();
  const both = two.getByRole("region", { name: "Both versions" });
  await expect(both.getByText("saved this kind while you were writing")).toBeInViewport();
  await expect(both.getByRole("row", { name: /^Title Outage/ })).toContainText("Trouble");
  await expectAccessible(two);
  await both.getByRole("button", { name: "Take theirs: Title", exact: true }).click();
  await two.getByRole("button", { name: "Save", exact: true }).click();
  await expect(two.getByText(/Saved as version/)).toBeVisible();
  await expect(two.getByRole("heading", { level: 1, name: "Outage" })).toBeVisible();

  await two.getByRole("button", { name: "Compare with the shipped one" }).click();
  const dialog = two.getByRole("dialog");
  await expect(dialog.getByRole("row", { name: /^Title Outage/ })).toContainText("Incident");
  await dialog.getByRole("button", { name: "Take the shipped one" }).click();
  await two.getByRole("button", { name: "Save", exact: true }).click();
  await expect(two.getByRole("heading", { level: 1, name: "Incident" })).toBeVisible();
  await expect(two.getByText("Causeway, changed here")).toHaveCount(0);
});

test("who may not change kinds reads what they are made of", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/blueprints");
  await expect(page.getByRole("link", { name: "New kind" })).toHaveCount(0);
  await page.getByRole("link", { name: "Deployment", exact: true }).click();
  await expect(page.getByRole("list", { name: "Properties" })).toContainText("rolled-back");
  await expect(page.getByText("Admins can change what a kind is made of.")).toBeVisible();
  await expectAccessible(page);
  const answer = await page.goto("/harbourline/blueprints/new");
  expect(answer?.status()).toBe(404);
});
