import { expect, test } from "../fixtures.ts";

const paths = [
  "",
  "/catalog",
  "/catalog/component/payments-api",
  "/scorecards/ownership-and-docs",
  "/actions/create-service",
  "/runs",
  "/dashboards/delivery",
  "/sources",
  "/no-such-page",
  "/catalog/no-such/page/at-all",
  "/settings/members",
];

test("a member of another organization gets the same answer as for one that does not exist", async ({ pageOf }) => {
  const page = await pageOf("stranger");
  for (const path of paths) {
    const foreign = await page.goto(`/harbourline${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const foreignText = await page.getByRole("main").textContent();
    const missing = await page.goto(`/no-such-organization${path}`);
    expect([foreign?.status(), missing?.status()], path).toEqual([404, 404]);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(foreignText, path).toBe(await page.getByRole("main").textContent());
    expect(foreignText).not.toContain("Harbourline");
  }
  for (const path of ["/api/v1/entities", "/api/v1/live"]) {
    const foreign = await page.request.get(`${path}?org=harbourline`);
    const missing = await page.request.get(`${path}?org=no-such-organization`);
    expect([foreign.status(), missing.status()], path).toEqual([404, 404]);
  }
  await page.goto("/");
  await expect(page).toHaveURL(/northwind/);
});

test("a member who mistypes an address stays in the portal, and it is not found", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  for (const path of ["/no-such-page", "/settings/no-such-page", "/no/such/page"]) {
    const answer = await page.goto(`/harbourline${path}`);
    expect(answer?.status(), path).toBe(404);
    await expect(page).toHaveTitle(/^Not found/);
    await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Portal" }).getByRole("link", { name: "Catalog" })).toBeVisible();
  }
  await page.getByRole("navigation", { name: "Portal" }).getByRole("link", { name: "Catalog" }).click();
  await expect(page).toHaveURL(/harbourline\/catalog/);
  // What no organization can be called is nobody's page: no sign-in would help.
  for (const path of ["/api/no-such-door", "/docs/no-such-page", "/static"]) {
    expect((await page.request.get(path, { maxRedirects: 0 })).status(), path).toBe(404);
  }
});

test("nobody sees anything without signing in, and comes back to the page they wanted", async ({
  anonymousPage: page,
}) => {
  for (const path of paths) {
    await page.goto(`/harbourline${path}`);
    await expect(page, path).toHaveURL(/\/signin\?next=/);
  }
  expect(new URL(page.url()).searchParams.get("next")).toBe("/harbourline/settings/members");
  await page.goto("/signin?next=https://evil.example");
  await page.getByLabel("E-mail").fill("ines@harbourline.example");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("do not belong together")).toBeVisible();
});
