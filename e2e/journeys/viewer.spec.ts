import { expect, test } from "../fixtures.ts";

test("a viewer sees everything and can run, import and manage nothing", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/catalog/component/payments-api");
  await expect(page.getByRole("heading", { name: "payments-api", level: 1 })).toBeVisible();
  await expect(page.getByText("Ownership & docs").first()).toBeVisible();

  await page.goto("/harbourline/actions/create-service");
  await expect(page.getByText(/members? (and|or) admins?|need.* member/i).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Run\b/ })).toHaveCount(0);

  await page.goto("/harbourline/sources/import");
  await expect(page.getByRole("button", { name: /^(Import|Check first)/ }).and(page.locator(":enabled"))).toHaveCount(
    0,
  );

  // Pages that only admins have are not there for others.
  for (const path of ["/harbourline/audit", "/harbourline/settings/keys"]) {
    await page.goto(path);
    await expect(page.getByText(/nothing at this address|needs the permission/i).first()).toBeVisible();
  }
  const refused = await page.request.post("/api/v1/actions/create-service/runs?org=harbourline", {
    headers: { origin: new URL(page.url()).origin },
    data: { inputs: { name: "not-mine" } },
  });
  expect(refused.status()).toBe(403);
});
