import type { Page } from "@playwright/test";
import { expect, ownerConnection, test } from "../fixtures.ts";

const stamp = Date.now().toString(36);
const kind = `vessel${stamp}`;
const view = `Whole journey ${stamp}`;

// What cannot be pressed is said where it is, not when the whole story ends.
test.use({ actionTimeout: 30_000 });

test.afterAll(async () => {
  const sql = ownerConnection();
  await sql`delete from saved_views where name like 'Whole journey %'`;
  await sql.end();
});

/** What a file says of two of them: what is changed by hand beside it is an override. */
async function importFile(page: Page): Promise<void> {
  const described = ["anna", "berta"].map((name) =>
    [
      "apiVersion: backstage.io/v1alpha1",
      `kind: ${kind}`,
      `metadata: { name: ${name}, title: Vessel ${name} }`,
      "spec: { type: ferry, lifecycle: production, owner: payments, tonnage: 900, port: Bergen, relations: [{ type: dependsOn, target: 'component:payments-api' }] }",
    ].join("\n"),
  );
  const answer = await page.request.post("/api/v1/catalog/imports?org=harbourline", {
    headers: { origin: new URL(page.url()).origin },
    data: { source: { kind: "paste", text: described.join("\n---\n") } },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

test("a kind is designed, filled, edited, filtered, saved, grouped, exported, walked and taken back by one person", async ({
  pageOf,
}) => {
  test.setTimeout(240_000);
  const page = await pageOf("admin");
  const list = `/harbourline/catalog?blueprint=${kind}`;

  await test.step("design a blueprint", async () => {
    await page.goto("/harbourline/blueprints/new");
    const editor = page.locator("form");
    await expect(async () => {
      await editor.getByLabel("Title", { exact: true }).first().fill("Vessel");
      await expect(editor.getByLabel("Title of many")).toHaveValue("Vessels", { timeout: 1000 });
    }).toPass();
    await editor.getByLabel("Identifier").first().fill(kind);
    for (const [place, title] of ["Tonnage", "Port"].entries()) {
      const titles = editor.getByRole("list", { name: "Properties" }).getByLabel("Title", { exact: true });
      await editor.getByRole("button", { name: "Add a property" }).click();
      // The form of a row comes when it is first wanted, and only one row is open.
      await expect(titles).toHaveValue("");
      await titles.fill(title);
      await expect(editor.getByRole("button", { name: new RegExp(`^${title}`) })).toBeVisible();
      if (place > 0) continue;
      const type = editor.getByRole("combobox", { name: "Type" });
      await type.click();
      await page.getByRole("option", { name: "Number", exact: true }).click();
      await expect(type).toHaveText("Number");
    }
    await editor.getByRole("button", { name: "Add a relation" }).click();
    const relations = editor.getByRole("list", { name: "Relations" });
    await relations.getByLabel("Title", { exact: true }).fill("Depends on");
    await expect(relations.getByLabel("Identifier")).toHaveValue("dependsOn");
    await editor.getByRole("combobox", { name: "Points at" }).fill("Compon");
    await page.getByRole("option", { name: "Component", exact: true }).click();
    await page.getByRole("button", { name: "Create kind" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Vessel" })).toBeVisible();
  });

  await test.step("create entities: by hand, and from a file", async () => {
    await page.goto(`/harbourline/catalog/new?kind=${kind}`);
    await expect(async () => {
      await page.getByLabel("Identifier").fill("clara");
      await page.getByRole("textbox", { name: /^Title/ }).fill("Vessel clara");
      await page.getByLabel("Tonnage").fill("40");
      await page.getByRole("textbox", { name: /^Port/ }).fill("Oslo");
      await page.getByRole("combobox", { name: /^Depends on/ }).fill("payments-api");
      await page
        .getByRole("option", { name: /payments-api/ })
        .first()
        .click({ timeout: 5000 });
    }).toPass();
    await page.getByRole("button", { name: "Create vessel" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Vessel clara" })).toBeVisible();
    await importFile(page);
  });

  const table = page.getByRole("table", { name: "Vessels" });
  const rowOf = (name: string) => table.getByRole("row", { name: new RegExp(`Vessel ${name}`) });
  await test.step("show properties and relations as columns, and change one in its cell", async () => {
    await page.goto(list);
    const port = page.getByRole("checkbox", { name: /^Port property/ });
    await expect(async () => {
      if (!(await port.isVisible())) await page.getByRole("button", { name: "View", exact: true }).click();
      await expect(port).toBeVisible({ timeout: 2000 });
    }).toPass();
    for (const name of [/^Tonnage property/, /^Port property/, /^Depends on relation/]) {
      await page.getByRole("checkbox", { name }).click();
      await expect(page.getByRole("checkbox", { name })).toBeChecked();
    }
    await expect(page).toHaveURL(/properties\.tonnage.*properties\.port.*relations\.dependsOn/);
    await page.keyboard.press("Escape");
    await expect(rowOf("anna")).toContainText("Bergen");
    await expect(rowOf("anna").getByRole("link", { name: "payments-api" })).toBeVisible();
    const cell = rowOf("anna").locator("[data-edit='properties.tonnage']");
    const dialog = page.getByRole("dialog", { name: "Tonnage of Vessel anna" });
    await expect(async () => {
      await cell.dblclick();
      await expect(dialog).toBeVisible({ timeout: 2000 });
    }).toPass();
    await dialog.getByRole("textbox").fill("1200");
    await page.keyboard.press("Enter");
    await expect(cell).toHaveText("1,200");
  });

  await test.step("bulk-edit them, take it back, and do it again", async () => {
    const bar = page.getByRole("region", { name: "Selection" });
    for (const again of [false, true]) {
      await expect(async () => {
        for (const name of ["anna", "berta"])
          await page.getByRole("checkbox", { name: `Select Vessel ${name}` }).setChecked(true);
        await expect(bar).toContainText("2 selected", { timeout: 1000 });
      }).toPass();
      await bar.getByRole("button", { name: "Edit" }).click();
      const dialog = page.getByRole("dialog", { name: "Edit 2 entities" });
      await dialog.getByRole("combobox", { name: "What to change" }).click();
      await page.getByRole("option", { name: "Port", exact: true }).click();
      await dialog.getByRole("textbox", { name: "To" }).fill("Hamburg");
      await dialog.getByRole("button", { name: "Change 2 entities" }).click();
      await expect(page.getByText("Set port: 2 done")).toBeVisible();
      for (const name of ["anna", "berta"]) await expect(rowOf(name)).toContainText("Hamburg");
      if (again) continue;
      // The key takes back what was said last.
      await page.keyboard.press("z");
      await expect(page.getByText("2 as they were")).toBeVisible();
      for (const name of ["anna", "berta"]) await expect(rowOf(name)).toContainText("Bergen");
    }
  });

  await test.step("filter with the builder, switch to text", async () => {
    await page.getByRole("link", { name: "Builder", exact: true }).click();
    const builder = page.getByRole("region", { name: "Builder" });
    await builder.getByRole("button", { name: "Add condition" }).click();
    await builder.getByRole("combobox", { name: "Field" }).fill("Lifecyc");
    await page.getByRole("option", { name: "Lifecycle" }).click();
    const value = builder.getByRole("combobox", { name: "Value" });
    await value.click();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("option", { name: /^production/ }).click();
    const editor = page.getByRole("search").getByRole("combobox", { name: "Query" });
    await expect(editor).toHaveValue('lifecycle = "production"');
    await expect(rowOf("clara")).toHaveCount(0);
    await page.getByRole("button", { name: "Query", exact: true }).click();
    await expect(builder).toHaveCount(0);
    await editor.fill('lifecycle = "production" and properties.tonnage > 1000');
    await editor.press("Enter");
    await expect(rowOf("berta")).toHaveCount(0);
    await expect(rowOf("anna")).toBeVisible();
    await editor.fill('lifecycle = "production" or properties.tonnage < 100');
    await editor.press("Enter");
    await expect(rowOf("clara")).toBeVisible();
    await expect(rowOf("berta")).toBeVisible();
  });

  await test.step("save the view", async () => {
    await page.getByRole("button", { name: "Save view" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Name" }).fill(view);
    await dialog.getByRole("button", { name: "Save view" }).click();
    const tabs = page.getByRole("navigation", { name: "Saved views", exact: true });
    await expect(tabs.getByRole("link", { name: view })).toHaveAttribute("aria-current", "page");
    const id = new URL(page.url()).searchParams.get("view");
    await page.goto(`/harbourline/catalog?view=${id}`);
    await expect(page).toHaveURL(/properties\.tonnage/);
    await expect(table.getByRole("columnheader", { name: "Port" })).toBeVisible();
  });

  await test.step("group by a property, and export what is shown", async () => {
    const property = page.getByRole("menuitemradio", { name: "Port", exact: true });
    await expect(async () => {
      if (!(await page.getByRole("menu").isVisible()))
        await page.getByRole("button", { name: "Group", exact: true }).click();
      await expect(property).toBeVisible({ timeout: 5000 });
    }).toPass();
    await property.click();
    await expect(table.getByRole("rowheader", { name: /^Hamburg/ })).toContainText("2");
    await expect(table.getByRole("rowheader", { name: /^Oslo/ })).toContainText("1");
    await page.getByRole("button", { name: "Export" }).click();
    const started = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: /^CSV/ }).click();
    const file = (await (await (await started).createReadStream()).toArray()).join("").trim().split("\r\n");
    expect(file[0]).toMatch(/properties\.tonnage,properties\.port,relations\.dependsOn/);
    expect(file).toHaveLength(4);
    expect(file.find((line) => line.includes(",anna,"))).toMatch(/1200,Hamburg,component:payments-api/);
  });

  await test.step("open the graph, and walk it by keyboard", async () => {
    await rowOf("anna").getByRole("link", { name: "Vessel anna" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Vessel anna" })).toBeVisible();
    await page.getByRole("link", { name: /^Graph/ }).click();
    const here = page.getByRole("region", { name: "Relations, drawn" }).locator("[data-graph-node][aria-current]");
    await expect(here).toContainText("Vessel anna");
    await here.focus();
    await page.keyboard.press("ArrowRight");
    await expect(here).toContainText(/payments/i);
    await expect(here).toBeFocused();
    await page.keyboard.press("Home");
    await expect(here).toContainText("Vessel anna");
  });

  await test.step("see the history, and drop an override", async () => {
    await page.getByRole("link", { name: /^Overview/ }).click();
    const mark = page.getByRole("button", { name: /^Port: set by hand/ });
    await mark.click();
    const said = page.getByRole("dialog", { name: "Who says port" });
    await expect(said).toContainText("It goes back to Bergen");
    await said.getByRole("button", { name: "Drop the override" }).click();
    await expect(mark).toHaveCount(0);
    await expect(page.getByRole("main")).toContainText("Bergen");
    await page.getByRole("link", { name: /^Changes/ }).click();
    const latest = page.locator("[id^=version-]").first();
    await expect(latest).toContainText("Hamburg");
    await expect(latest).toContainText("Bergen");
  });

  // What others look at is as it was.
  const gone = await page.request.delete(`/api/v1/blueprints/${kind}?org=harbourline`, {
    headers: { origin: new URL(page.url()).origin },
    data: { entities: "delete" },
  });
  expect(gone.ok(), await gone.text()).toBe(true);
});
