import { expect, test } from "../fixtures.ts";

test("an admin adds a member who signs in with a password, works, and is out without a click after being removed", async ({
  pageOf,
  anonymousPage: theirs,
}) => {
  const admin = await pageOf("admin");
  await admin.goto("/harbourline/settings/members?sort=joinedAt&direction=descending");
  await admin.getByRole("button", { name: "Add a member" }).click();
  await admin.getByLabel("Name").fill("Robin Vega");
  await admin.getByLabel("E-mail").fill("robin@harbourline.example");
  await admin.getByLabel("First password", { exact: false }).first().fill("a password of twelve");
  await admin.getByRole("button", { name: "Add", exact: true }).click();
  await expect(admin.getByText("robin@harbourline.example")).toBeVisible();

  await theirs.goto("/harbourline/catalog");
  await theirs.getByLabel("E-mail").fill("Robin@Harbourline.example");
  await theirs.getByLabel("Password", { exact: true }).fill("a password of twelve");
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs).toHaveURL(/\/harbourline\/catalog/);

  const row = admin.getByRole("row").filter({ hasText: "robin@harbourline.example" });
  await row.getByRole("button", { name: "Remove" }).click();
  await admin.getByRole("alertdialog").or(admin.getByRole("dialog")).getByRole("button", { name: "Remove" }).click();
  await expect(admin.getByText("robin@harbourline.example")).toHaveCount(0);
  // Their page goes by itself, and what they ask for next is not there either.
  await expect(theirs.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  expect((await theirs.request.get("/harbourline/catalog")).status()).toBe(404);
});

test("signing out ends the session, not only the cookie", async ({ pageOf }) => {
  const page = await pageOf("member");
  await page.goto("/harbourline/settings/members?sort=joinedAt&direction=descending");
  const [cookie] = await page.context().cookies();
  await page.getByRole("button", { name: /Mateo Lindqvist/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/signin/);
  const again = await page.request.get("/api/v1/entities?org=harbourline", {
    headers: { cookie: `${cookie?.name}=${cookie?.value}` },
  });
  expect(again.status()).toBe(401);
});
