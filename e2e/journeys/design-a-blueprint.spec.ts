import { expect, expectAccessible, test } from "../fixtures.ts";

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
