import { expect, test } from "../fixtures.ts";

test("a key made for one thing does it, is refused another, and is refused altogether once revoked", async ({
  pageOf,
  playwright,
  origin,
}) => {
  const page = await pageOf("admin");
  const name = `exporter ${Date.now()}`;
  await page.goto("/harbourline/settings/keys");
  await page.getByRole("button", { name: "Create a key" }).click();
  await page.getByLabel("What it is for").fill(name);
  await page.getByRole("checkbox", { name: "See who belongs to the organization" }).click();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByText("Copy the key now")).toBeVisible();
  const shown = await page.getByRole("dialog").innerText();
  const token = /causeway_key_[0-9A-Za-z]{49}/.exec(shown)?.[0] ?? "";
  expect(token).not.toBe("");
  await page.getByRole("button", { name: "Done" }).click();

  const program = await playwright.request.newContext({
    baseURL: origin,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  expect((await program.get("/api/v1/members")).status()).toBe(200);
  const refused = await program.get("/api/v1/entities");
  expect(refused.status()).toBe(403);
  expect(((await refused.json()) as { detail: string }).detail).toContain("entity:read");

  const row = page.getByRole("row").filter({ hasText: name });
  await row.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Revoke" }).click();
  await expect(row.getByText("revoked")).toBeVisible();
  // An idle connection may have been closed meanwhile.
  expect((await program.get("/api/v1/members", { maxRetries: 2 })).status()).toBe(401);
  await program.dispose();
});
