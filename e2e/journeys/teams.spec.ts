import { makeToken } from "#lib/kernel/tokens.ts";
import { expect, expectAccessible, expectNoSidewaysScrolling, ownerConnection, test } from "../fixtures.ts";

test("a team is made, moved, filled and said to be a group; elsewhere it is seen by itself", async ({ pageOf }) => {
  test.setTimeout(120_000);
  const [page, viewer] = [await pageOf("admin"), await pageOf("viewer")];
  const name = `Crew ${Date.now()}`;
  const isOpen = viewer.waitForResponse(/\/api\/v1\/live/);
  await viewer.goto("/harbourline/settings/teams");
  await isOpen;
  await expect(viewer.getByRole("button", { name: "Create a team" })).toHaveCount(0);

  await page.goto("/harbourline/settings/teams");
  await page.getByRole("button", { name: "Create a team" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Payments");
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(dialog.getByText("Another team has this name")).toBeVisible();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await expect(viewer.getByText(name)).toBeVisible();

  await page.getByRole("button", { name: "Add people" }).click();
  await page.getByRole("dialog").getByRole("combobox").fill("Nora");
  await page.getByRole("option", { name: /Nora Kelly/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("list", { name: "People of the team" }).getByText("Nora Kelly")).toBeVisible();
  await expect(viewer.getByRole("listitem").filter({ hasText: name }).getByText("1 person")).toBeVisible();

  await page.getByRole("button", { name: "Choose a group" }).click();
  await page.getByRole("dialog").getByRole("combobox").fill("Payments");
  // What is another team already is not offered.
  await expect(page.getByText("no such group that is no other team")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expectAccessible(page);
  for (const width of [390, 1280, 1680]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScrolling(page);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the team" }).click();
  await expect(page).toHaveURL(/\/settings\/teams$/);
  await expect(viewer.getByText(name)).toHaveCount(0);
});

test("a role that is changed elsewhere is there without a click: what one may do appears and goes", async ({
  pageOf,
  origin,
  browser,
}) => {
  const admin = await pageOf("admin");
  const headers = { origin };
  const made = await admin.request.post("/api/v1/members?org=harbourline", {
    headers,
    data: { name: "Role Changes", email: `role.${Date.now()}@harbourline.example`, role: "viewer" },
  });
  const { personId } = (await made.json()) as { personId: string };
  const sql = ownerConnection();
  const { token, hash } = makeToken("session");
  await sql`insert into sessions (token_hash, person_id, expires_at) values (${hash}, ${personId}, now() + interval '1 hour')`;
  await sql.end();
  const context = await browser.newContext({ baseURL: origin });
  await context.addCookies([{ name: "causeway-session", value: token, url: origin, httpOnly: true, sameSite: "Lax" }]);
  const page = await context.newPage();
  const isOpen = page.waitForResponse(/\/api\/v1\/live/);
  await page.goto("/harbourline/settings/teams");
  await isOpen;
  const button = page.getByRole("button", { name: "Create a team" });
  await expect(button).toHaveCount(0);
  const change = (role: string) =>
    admin.request.put(`/api/v1/members/${personId}/role?org=harbourline`, { headers, data: { role } });
  await change("admin");
  await expect(button).toBeVisible();
  await expect(page.getByRole("link", { name: "Audit log" }).first()).toBeVisible();
  await change("viewer");
  await expect(button).toHaveCount(0);
  await admin.request.delete(`/api/v1/members/${personId}?org=harbourline`, { headers });
  await context.close();
});
