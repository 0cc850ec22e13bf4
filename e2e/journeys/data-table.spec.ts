import type { Page } from "@playwright/test";
import { expect, expectNoSidewaysScrolling, ownerConnection, test } from "../fixtures.ts";

const rowsOf = (page: Page) => page.locator("tr[data-row]");
const focusedRow = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex"));

test("a list is sorted, paged and arranged by its address, and back goes back", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/catalog");
  const table = page.getByRole("table", { name: "Components" });
  await expect(table.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  const all = Number(await table.getAttribute("aria-rowcount")) - 1;
  expect(all).toBeGreaterThan(50);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText(`51 to ${all} of ${all}`)).toBeVisible();
  await expect(rowsOf(page).first()).toHaveAttribute("aria-rowindex", "52");
  await page.goBack();
  await expect(rowsOf(page).first()).toHaveAttribute("aria-rowindex", "2");

  await table.getByRole("link", { name: "Owner" }).click();
  await expect(table.getByRole("columnheader", { name: "Owner", exact: true })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(page).toHaveURL(/sort=owner/);

  await page.getByRole("button", { name: "View", exact: true }).click();
  await page.getByRole("checkbox", { name: "Lifecycle" }).click();
  await expect(table.getByRole("columnheader", { name: "Lifecycle" })).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Identifier" }).click();
  await expect(table.getByRole("columnheader", { name: "Identifier" })).toBeVisible();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(page).toHaveURL(/density=compact/);
  expect((await rowsOf(page).first().boundingBox())?.height).toBeLessThan(33);
  // Remembered in this browser, also without the address.
  await page.goto("/harbourline/catalog");
  await expect(table.getByRole("columnheader", { name: "Identifier" })).toBeVisible();
  await expect(table.getByRole("columnheader", { name: "Lifecycle" })).toHaveCount(0);
  // The heads stay in view.
  await page.mouse.move(800, 600);
  await page.mouse.wheel(0, 900);
  await expect.poll(async () => (await table.getByRole("columnheader", { name: "Name" }).boundingBox())?.y).toBe(0);
});

test("a long list draws the rows that are near, and scrolling does not take the focus away", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  // Only what was there from the start: other journeys add rows and take them away while this one counts.
  const first = await page.request.get("/api/v1/entities/component/payments-api?org=harbourline");
  const { createdAt } = (await first.json()) as { createdAt: string };
  const start = new Date(Date.parse(createdAt) + 30_000).toISOString();
  const query = encodeURIComponent(`createdAt < "${start}"`);
  await page.goto(`/harbourline/catalog?blueprint=all&rows=1000&query=${query}`);
  const table = page.getByRole("table", { name: "Everything" });
  const all = Number(await table.getAttribute("aria-rowcount")) - 1;
  expect(all).toBeGreaterThan(200);
  // The server sends sixty; a browser that has taken over draws what its window needs.
  await expect
    .poll(async () => {
      const count = await rowsOf(page).count();
      return count > 0 && count < 60;
    })
    .toBe(true);
  await page.keyboard.press("j");
  await expect.poll(() => focusedRow(page)).toBe("2");
  await page.keyboard.press("j");
  await expect.poll(() => focusedRow(page)).toBe("3");
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  const last = page.locator(`tr[aria-rowindex="${all + 1}"]`);
  await expect(last).toBeVisible();
  // What the server did not draw is drawn here, in every column.
  await expect(last.getByRole("link").first()).toHaveAttribute("href", /\/harbourline\/catalog\/[a-z]+\//);
  await expect(last.locator("time")).toBeVisible();
  expect(await focusedRow(page)).toBe("3");
  await page.keyboard.press("j");
  await expect.poll(() => focusedRow(page)).toBe("4");
  await expect(page.locator("tr[aria-rowindex='4']")).toBeInViewport();
  for (let count = 0; count < 40; count += 1) await page.keyboard.press("j");
  await expect.poll(() => focusedRow(page)).toBe("44");
  await expect(page.locator("tr[aria-rowindex='44']")).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/catalog\/[a-z]+\//);
});

test("many jobs are run again or discarded at once; one that is refused says why and stops no other", async ({
  pageOf,
}) => {
  test.setTimeout(240_000);
  const sql = ownerConnection();
  await sql`delete from graphile_worker._private_jobs where task_id = (
    select id from graphile_worker._private_tasks where identifier = 'test.many')`;
  // A kind that no worker takes, so that they stay as they are.
  await sql.begin(async (tx) => {
    await tx`select set_config('app.org', (select org_id::text from orgs where slug = 'harbourline'), true)`;
    await tx`select graphile_worker.enqueue_job('test.many', '{}', null, null) from generate_series(1, 60)`;
  });
  await sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'The disk is full.'
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'test.many')`;
  const page = await pageOf("admin");
  await page.goto("/harbourline/settings/queue?job=test.many");
  await expect(page.getByText("1 to 50 of 60")).toBeVisible();
  const bar = page.getByRole("region", { name: "Selection" });
  const boxes = page.getByRole("checkbox", { name: /^Select test\.many/ });
  // A press before the browser has taken over is lost.
  await expect(async () => {
    if (!(await boxes.nth(1).isChecked())) await boxes.nth(1).click();
    await expect(bar.getByText("1 selected")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await boxes.nth(4).click({ modifiers: ["Shift"] });
  await expect(bar.getByText("4 selected")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(bar.getByText("1 selected")).toBeVisible();
  await bar.getByRole("button", { name: "Select all 60 that match" }).click();
  await expect(bar.getByText("60 selected, 10 not on this page")).toBeVisible();
  // Somebody else was quicker with one of them.
  const [gone] = await sql<{ id: string }[]>`delete from graphile_worker._private_jobs where id = (
    select min(id) from graphile_worker._private_jobs where last_error = 'The disk is full.') returning id::text`;
  await bar.getByRole("button", { name: "Discard" }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await expect(dialog.getByText("Discard: 60 jobs?")).toBeVisible();
  await dialog.getByRole("button", { name: "Discard" }).click();
  const work = page.getByRole("region", { name: "Discard" });
  await expect(work.getByRole("status")).toHaveText("Discard: 59 done, 1 not", { timeout: 150_000 });
  await expect(work.getByText(`test.many ${gone?.id}`)).toBeVisible();
  await expect(work.getByText("There is no such job, or it is running right now.")).toBeVisible();
  await expect(page.getByText("No job matches").or(page.getByText("Nothing on the queue"))).toBeVisible();
  const [audited] = await sql<{ count: number }[]>`
    select count(*)::int as count from audit_entries where operation = 'job.discard' and subject_name = 'test.many'`;
  expect(audited?.count).toBeGreaterThanOrEqual(59);
  await sql.end();
});

test("on a phone, chosen columns stand under their row with their names, and nothing scrolls sideways", async ({
  pageOf,
}) => {
  const page = await pageOf("viewer", { width: 390 });
  const columns = encodeURIComponent("owner,level,properties.tier");
  await page.goto(`/harbourline/catalog?blueprint=component&columns=${columns}`);
  const table = page.getByRole("table", { name: "Components" });
  const row = table.locator("tr[data-row]").first();
  const [name, owner, tier] = [
    row.getByRole("link").first(),
    row.locator("[data-label=Owner]"),
    row.locator("td").last(),
  ];
  await expect(owner).toBeVisible();
  await expect(tier).toHaveAttribute("data-label", /tier/i);
  const [above, below] = [await name.boundingBox(), await tier.boundingBox()];
  expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
  await expectNoSidewaysScrolling(page);
  expect(
    await table.evaluate((node) => (node.parentElement?.scrollWidth ?? 0) - (node.parentElement?.clientWidth ?? 0)),
  ).toBe(0);
  // Who chose nothing has rows of one line.
  await page.goto("/harbourline/catalog?blueprint=component");
  await expect(row).toBeVisible();
  await expect(owner).toHaveCount(0);
});
