import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScrolling, ownerConnection, test } from "../fixtures.ts";

/** Creates an organization of the admin's own through the page, and says its address. */
async function create(page: Page, name: string): Promise<string> {
  const slug = `made-${Date.now()}`;
  await page.goto("/organizations");
  await page.getByRole("button", { name: "Create an organization" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  // Taken: said at its field, and nothing typed is lost.
  await dialog.getByLabel("Address").fill("northwind-labs");
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(dialog.getByText("Another organization has this address")).toBeVisible();
  await expect(dialog.getByLabel("Name")).toHaveValue(name);
  await dialog.getByLabel("Address").fill(slug);
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/${slug}$`));
  return slug;
}

test("an organization is created, renamed, reached at its former address, deleted and brought back", async ({
  pageOf,
}) => {
  test.setTimeout(120_000);
  const page = await pageOf("admin");
  const slug = await create(page, "Quayside");
  const renamed = `${slug}-x`;
  const name = `Quayside ${slug}`;

  // Elsewhere the same person has it open: the page goes on at the new address by itself.
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(`/${slug}/catalog?text=x`);
  await page.goto(`/${slug}/settings/organization`);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Address").fill(renamed);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/${renamed}/settings/organization$`));
  await expect(page.getByText(`/${slug}`, { exact: true })).toBeVisible();
  await expect(elsewhere).toHaveURL(new RegExp(`/${renamed}/catalog`));
  await elsewhere.close();

  await page.goto(`/${slug}/settings/members`);
  await expect(page).toHaveURL(new RegExp(`/${renamed}/settings/members$`));
  const rest = await page.request.get(`/api/v1/org?org=${slug}`, { maxRedirects: 0 });
  expect([rest.status(), rest.headers()["location"]]).toEqual([308, `/api/v1/org?org=${renamed}`]);
  const followed = await page.request.get(`/api/v1/org?org=${slug}`);
  expect(await followed.json()).toMatchObject({ slug: renamed, name });
  const stranger = await pageOf("stranger");
  expect((await stranger.goto(`/${slug}`))?.status()).toBe(404);
  expect((await stranger.request.get(`/api/v1/org?org=${slug}`)).status()).toBe(404);

  await page.goto(`/${renamed}/settings/organization`);
  await page.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "last admin" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const confirm = page.getByRole("dialog").getByRole("button", { name: "Delete the organization" });
  await expect(confirm).toBeDisabled();
  await page.getByRole("dialog").getByRole("textbox").fill(renamed);
  await confirm.click();
  await expect(page).toHaveURL(/\/organizations$/);
  expect((await page.goto(`/${renamed}`))?.status()).toBe(404);
  expect((await page.request.get(`/api/v1/org?org=${renamed}`)).status()).toBe(404);

  await page.goto("/organizations");
  await expectAccessible(page);
  await page.getByRole("button", { name: `Bring back ${name}` }).click();
  await expect(page).toHaveURL(new RegExp(`/${renamed}$`));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // Gone for good from what the other tests see; the page is left first, as it would load anew while its window closes.
  await page.goto("about:blank");
  const sql = ownerConnection();
  await sql`update orgs set deleted_at = now(), erase_at = now() - interval '1 minute' where slug = ${renamed}`;
  const [made] = await sql<{ org_id: string }[]>`select org_id from orgs where slug = ${renamed}`;
  for (let erased = 1; erased > 0 && made !== undefined; )
    erased = (await sql<{ erased: number }[]>`select erase_org_rows(${made.org_id}, 1000) as erased`)[0]?.erased ?? 0;
  await sql.end();
});

test("the page of organizations is for whoever is signed in, and fits every width", async ({
  pageOf,
  anonymousPage,
}) => {
  await anonymousPage.goto("/organizations");
  await expect(anonymousPage).toHaveURL(/\/signin\?next=/);
  const page = await pageOf("viewer");
  await page.goto("/organizations");
  await expect(page.getByRole("link", { name: /Harbourline/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Create an organization" })).toHaveCount(0);
  await expectAccessible(page);
  for (const width of [390, 1280, 1680]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScrolling(page);
  }
});
