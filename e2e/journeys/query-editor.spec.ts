import { expect, expectAccessible, expectNoSidewaysScrolling, ownerConnection, test } from "../fixtures.ts";

test.afterAll(async () => {
  const sql = ownerConnection();
  await sql`delete from saved_views where name like 'Builder journey %'`;
  await sql.end();
});

test("from the builder to the text, an error at its character, completion, a saved view, groups and export", async ({
  pageOf,
}) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/catalog?blueprint=component");
  await page.getByRole("link", { name: "Builder", exact: true }).click();
  const builder = page.getByRole("region", { name: "Builder" });
  await builder.getByRole("button", { name: "Add condition" }).click();
  await builder.getByRole("combobox", { name: "Field" }).fill("Lifecyc");
  await page.getByRole("option", { name: "Lifecycle" }).click();
  await builder.getByRole("combobox", { name: "Value" }).click();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("option", { name: /^production/ }).click();
  const editor = page.getByRole("search").getByRole("combobox", { name: "Query" });
  await expect(editor).toHaveValue('lifecycle = "production"');
  await expect(page).toHaveURL(/query=lifecycle/);
  await expectAccessible(page);

  // The text is followed by the rows; what has no row stays as text.
  await page.getByRole("button", { name: "Query", exact: true }).click();
  await expect(builder).toHaveCount(0);
  await editor.fill('lifecycle = "production" and type = "service" and nope = 3');
  await expect(page.getByRole("alert").filter({ hasText: "column 51" })).toBeVisible();
  await page.getByRole("button", { name: "Go there" }).click();
  const selected = () =>
    editor.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  await expect.poll(selected).toBe("nope");
  await page.keyboard.type("tag");
  await expect(page.getByRole("option", { name: /^tags/ })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(editor).toHaveValue('lifecycle = "production" and type = "service" and tags = 3');
  await editor.fill('lifecycle = "production" and type = "service" and links("runbook").length >= 0');
  await expect(page.getByRole("status").filter({ hasText: /^matches \d+ of \d+$/ })).toBeVisible();
  await editor.press("Enter");
  await expect(page).toHaveURL(/links/);
  await page.getByRole("button", { name: "Builder", exact: true }).click();
  await expect(builder.getByRole("textbox", { name: "Condition as text" })).toHaveValue('links("runbook").length >= 0');
  await builder.getByRole("button", { name: "Take this condition off" }).nth(1).click();
  await expect(editor).toHaveValue('lifecycle = "production" and links("runbook").length >= 0');
  await expect(page).not.toHaveURL(/service/);
  await page.goBack();
  await expect(editor).toHaveValue(/service/);

  // The boxes beside it are the same filter.
  await expect(page.getByRole("checkbox", { name: /^production/ })).toBeChecked();
  await page.getByRole("checkbox", { name: /^production/ }).click();
  await expect(editor).not.toHaveValue(/production/);
  await page.getByRole("button", { name: "Filters", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Type is service/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Query holds links/ })).toBeVisible();

  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Builder journey view");
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByRole("link", { name: "Builder journey view" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Group", exact: true }).click();
  await page.getByRole("menuitemradio", { name: "Team" }).click();
  await expect(page).toHaveURL(/group=owner/);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: /^CSV/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

test("a filter of another product is offered in this language, and functions are a key away", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/catalog?blueprint=component&mode=query");
  const editor = page.getByRole("search").getByRole("combobox", { name: "Query" });
  await editor.fill("kind=component,spec.type=service");
  await page.getByRole("button", { name: "Translate it" }).click();
  await expect(editor).toHaveValue(/^blueprint = "component" and type/);
  await editor.fill("");
  await editor.press("F1");
  const reference = page.getByRole("dialog");
  await reference.getByRole("searchbox", { name: "Search the functions" }).fill("runbook");
  await expect(reference.getByRole("listitem").first()).toBeVisible();
  await expectAccessible(page);
  await reference.getByRole("listitem").first().getByRole("button").click();
  await expect(editor).not.toHaveValue("");
});

for (const width of [390, 1280, 1680])
  test(`the editor and the builder fit ${width} pixels`, async ({ pageOf }) => {
    const page = await pageOf("viewer", { width });
    await page.goto(
      `/harbourline/catalog?blueprint=component&mode=builder&query=${encodeURIComponent('type in ["service", "library"] and not (lifecycle = "deprecated" or count(dependsOn) > 30)')}`,
    );
    await expect(page.getByRole("region", { name: "Builder" }).getByRole("combobox", { name: "Field" })).toHaveCount(3);
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
  });

test("what is typed and not sent goes along when a box is pressed, in the bar and in the query", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/catalog?blueprint=component");
  const bar = page.getByRole("searchbox", { name: "Search the catalog" });
  const production = page.getByRole("checkbox", { name: /^production/ });
  await expect(async () => {
    await page.goto("/harbourline/catalog?blueprint=component");
    await bar.fill("a");
    await production.click();
    await expect(page).toHaveURL(/lifecycle=production/, { timeout: 3000 });
    await expect(page).toHaveURL(/text=a/, { timeout: 3000 });
  }).toPass();
  await expect(bar).toHaveValue("a");

  await page.goto("/harbourline/catalog?blueprint=component&mode=query");
  const editor = page.getByRole("search").getByRole("combobox", { name: "Query" });
  await expect(async () => {
    await editor.fill('title contains "a" and type = "service"');
    await expect(editor).toHaveValue(/service/, { timeout: 1000 });
  }).toPass();
  await production.click();
  await expect(editor).toHaveValue(/lifecycle = "production"/);
  await expect(editor).toHaveValue(/title contains "a"/);
  await expect(editor).toHaveValue(/type = "service"/);
  // What cannot be read is kept as well, with what is wrong.
  await editor.fill("title contains");
  await page.getByRole("checkbox", { name: /^service/ }).click();
  await expect(editor).toHaveValue("title contains");
});

test("a query that matches nothing because it cannot be decided says why, while it is typed and on the page", async ({
  pageOf,
}) => {
  const page = await pageOf("viewer");
  const query = encodeURIComponent('scorecard("no-such-one").level >= "Gold"');
  await page.goto(`/harbourline/catalog?blueprint=component&mode=query&query=${query}`);
  await expect(page.getByText(/it cannot be told: .*no-such-one/).first()).toBeVisible();
  await expect(async () => {
    await page.getByRole("search").getByRole("combobox", { name: "Query" }).fill("git != null");
    await expect(page.getByText(/it cannot be told: git != null .*GitHub/)).toBeVisible({ timeout: 4000 });
  }).toPass();
});
