import { expect, expectAccessible, ownerConnection, test } from "../fixtures.ts";

// Views that are shared would stand in the pages of other tests.
test.afterAll(async () => {
  const sql = ownerConnection();
  await sql`delete from saved_views where name like 'Journey %'`;
  await sql.end();
});

test("what is shown is kept as a view, changed, saved or discarded, and found again", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  // Its own name each time: what was deleted is brought back at the end.
  const name = `Journey services ${Date.now().toString(36)}`;
  await page.goto("/harbourline/catalog?blueprint=component&type=service");
  const tabs = page.getByRole("navigation", { name: "Saved views", exact: true });
  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(tabs.getByRole("link", { name: name })).toHaveAttribute("aria-current", "page");
  await expect(page).toHaveURL(/view=.*type=service/);
  await expect(page.getByRole("button", { name: "Save view" })).toHaveCount(0);
  const sidebar = page.getByRole("navigation", { name: "Saved views of every kind" });
  await expect(sidebar.getByRole("link", { name: name })).toHaveAttribute("aria-current", "page");
  // How many it shows comes after the page.
  await expect(sidebar.getByRole("link", { name: new RegExp(`^${name} \\d+$`) })).toBeVisible();

  await page.getByRole("checkbox", { name: /^production/ }).click();
  await expect(tabs.getByRole("img", { name: "changed" })).toBeVisible();
  await page.getByRole("link", { name: "Discard" }).click();
  await expect(page.getByRole("checkbox", { name: /^production/ })).not.toBeChecked();
  await expect(page).not.toHaveURL(/lifecycle/);
  await expect(tabs.getByRole("img", { name: "changed" })).toHaveCount(0);
  await page.getByRole("checkbox", { name: /^production/ }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(tabs.getByRole("img", { name: "changed" })).toHaveCount(0);

  // A name alone leads to the whole address.
  const id = new URL(page.url()).searchParams.get("view");
  await page.goto(`/harbourline/catalog?view=${id}`);
  await expect(page).toHaveURL(/type=service/);
  await expect(page).toHaveURL(/lifecycle=production/);

  await page.getByRole("button", { name: `More about ${name}` }).click();
  await page.getByRole("menuitem", { name: "Open components with it" }).click();
  await expect(page.getByText(`Components open with ${name}`)).toBeVisible();
  await page.goto("/harbourline/catalog?blueprint=component");
  await expect(tabs.getByRole("link", { name: name })).toHaveAttribute("aria-current", "page");
  await tabs.getByRole("link", { name: "All components" }).click();
  await expect(page).toHaveURL(/view=none/);
  await expect(tabs.getByRole("link", { name: "All components" })).toHaveAttribute("aria-current", "page");

  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox").fill(name.toLowerCase());
  await page.getByRole("option", { name: new RegExp(name) }).click();
  await expect(tabs.getByRole("link", { name: name })).toHaveAttribute("aria-current", "page");

  await page.getByRole("button", { name: `More about ${name}` }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await page.getByRole("button", { name: "Delete view" }).click();
  await expect(tabs.getByRole("link", { name: name })).toHaveCount(0);
  await expect(sidebar.getByRole("link", { name: name })).toHaveCount(0);
  // Deleted in error: it is there again, at its address.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`${name} is back`)).toBeVisible();
  await page.goto(`/harbourline/catalog?view=${id}`);
  await expect(tabs.getByRole("link", { name: name })).toHaveAttribute("aria-current", "page");
});

test("a view of boxes and a query is the same view when it is shown as one query", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  const condition = encodeURIComponent('title contains "a"');
  await page.goto(`/harbourline/catalog?blueprint=component&type=service&query=${condition}`);
  const tabs = page.getByRole("navigation", { name: "Saved views", exact: true });
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Journey both");
  await page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
  await expect(tabs.getByRole("link", { name: "Journey both" })).toHaveAttribute("aria-current", "page");
  await page.getByRole("link", { name: "Query", exact: true }).click();
  await expect(page.getByRole("combobox", { name: "Query" })).toHaveValue(/type = "service"[\s\S]*title contains "a"/);
  await expect(tabs.getByRole("link", { name: "Journey both" })).toHaveAttribute("aria-current", "page");
  await expect(tabs.getByRole("img", { name: "changed" })).toHaveCount(0);
});

test("a view whose property and grouping are gone says so, and is mended without losing anything", async ({
  pageOf,
}) => {
  const page = await pageOf("viewer");
  const query = encodeURIComponent('type = "service" and properties.neverThere = 1');
  await page.goto(`/harbourline/catalog?blueprint=component&query=${query}&group=properties.neverThere&mode=query`);
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Journey broken");
  await page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
  const banner = page.getByRole("status").filter({ hasText: "Journey broken no longer shows what it was saved for" });
  await expect(banner).toContainText("No component has a property neverThere to be grouped by.");
  await expect(
    page.getByRole("alert").filter({ hasText: "No component has a property neverThere. Write another" }),
  ).toBeVisible();
  await banner.getByRole("link", { name: "Do not group" }).click();
  await expect(banner).not.toContainText("grouped by");
  const editor = page.getByRole("combobox", { name: "Query" });
  await expect(async () => {
    await editor.fill('type = "service"');
    await editor.press("Enter");
    await expect(banner).toHaveCount(0, { timeout: 3000 });
  }).toPass();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Journey broken was saved").last()).toBeVisible();
});

test("a view whose columns and values are gone says so, and each is taken out where it is said", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  const columns = encodeURIComponent("owner,properties.neverThere,relations.neverThere,nothing");
  await page.goto(`/harbourline/catalog?blueprint=component&columns=${columns}&lifecycle=nowhere`);
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Journey columns");
  await page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
  const banner = page.getByRole("status").filter({ hasText: "Journey columns no longer shows what it was saved for" });
  await expect(banner).toContainText("No component has a property neverThere to be shown.");
  await expect(banner).toContainText("No component has a relation neverThere to be shown.");
  await expect(banner).toContainText("There is no column nothing.");
  await expectAccessible(page);
  const value = banner.getByRole("listitem").filter({ hasText: "has the lifecycle nowhere any more" });
  await value.getByRole("link", { name: "Take it out." }).click();
  await expect(value).toHaveCount(0);
  await expect(page).not.toHaveURL(/nowhere/);
  for (const left of [2, 1, 0]) {
    await banner.getByRole("link", { name: "Take the column out." }).first().click();
    await expect(banner.getByRole("listitem")).toHaveCount(left);
  }
  await expect(page).toHaveURL(/columns=owner(&|$)/);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Journey columns was saved").last()).toBeVisible();
});

test("a view whose kind is gone keeps its filters while another kind is chosen", async ({ pageOf }) => {
  const sql = ownerConnection();
  const [view] = await sql<{ id: string }[]>`
    insert into saved_views (org_id, list, name, audience, blueprint, state, created_by_name)
    select org_id, 'catalog', 'Journey of a lost kind', 'org', 'lostkind', '{"blueprint": "lostkind", "type": ["service"]}', 'Ines'
    from orgs where slug = 'harbourline' returning id`;
  await sql.end();
  const page = await pageOf("admin");
  await page.goto(`/harbourline/catalog?view=${view?.id}`);
  await expect(page.getByText("There is no kind lostkind any more")).toBeVisible();
  await page.getByRole("link", { name: /^Components/ }).click();
  await expect(page).toHaveURL(/type=service/);
  await expect(page.getByText("There is no kind lostkind any more")).toHaveCount(0);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Journey of a lost kind was saved").first()).toBeVisible();
  await page.goto(`/harbourline/catalog?view=${view?.id}`);
  await expect(page).toHaveURL(/blueprint=component/);
});

test("on a phone a view is kept, too", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/harbourline/catalog?blueprint=component&type=library");
  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Journey on the phone");
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(
    page
      .getByRole("navigation", { name: "Saved views", exact: true })
      .getByRole("link", { name: "Journey on the phone" }),
  ).toHaveAttribute("aria-current", "page");
});

test("an admin keeps a view for everybody, a taken name stays in the form, and others only look at it", async ({
  pageOf,
}) => {
  const admin = await pageOf("admin");
  await admin.goto("/harbourline/catalog?blueprint=api&lifecycle=production");
  await admin.getByRole("button", { name: "Save view" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Journey APIs");
  await dialog.getByRole("combobox", { name: "Who sees it" }).click();
  await admin.getByRole("option", { name: "Everybody" }).click();
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(admin.getByRole("link", { name: "Journey APIs" }).first()).toBeVisible();

  await admin.goto("/harbourline/catalog?blueprint=api&type=openapi");
  await admin.getByRole("button", { name: "Save view" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("journey apis");
  await dialog.getByRole("combobox", { name: "Who sees it" }).click();
  await admin.getByRole("option", { name: "Everybody" }).click();
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(dialog.getByText("Another view has this name")).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveValue("journey apis");

  const viewer = await pageOf("viewer");
  await viewer.goto("/harbourline/catalog?blueprint=api&view=none");
  await viewer
    .getByRole("navigation", { name: "Saved views", exact: true })
    .getByRole("link", { name: "Journey APIs" })
    .click();
  await expect(viewer).toHaveURL(/lifecycle=production/);
  await expect(viewer.getByRole("button", { name: "More about Journey APIs" })).toHaveCount(0);
});
