import { expect, test } from "../fixtures.ts";

test("a list is grouped by a field or a property, groups open and lead to their list", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/catalog?blueprint=component");
  await page.getByRole("button", { name: "Group", exact: true }).click();
  await page.getByRole("menuitemradio", { name: "Lifecycle" }).click();
  await expect(page).toHaveURL(/group=lifecycle/);
  const table = page.getByRole("table", { name: "Components" });
  const production = table.getByRole("rowheader", { name: /^production/ });
  await expect(production).toBeVisible();
  const count = Number((await production.innerText()).replaceAll(/\D/g, ""));
  expect(count).toBeGreaterThan(20);

  // The first rows are there; all of them are a list of their own.
  await table.getByRole("link", { name: `${count - 20} more` }).click();
  await expect(page).toHaveURL(/lifecycle=production/);
  await expect(page).not.toHaveURL(/group=/);
  await expect(table).toHaveAttribute("aria-rowcount", String(count + 1));

  await page.goto("/harbourline/catalog?blueprint=component&group=lifecycle&open=deprecated");
  await expect(table.locator("tr[data-row]").first()).toBeVisible();
  await expect(production.getByRole("link")).toBeVisible();
  await production.getByRole("link").click();
  await expect(production.getByRole("button")).toHaveAttribute("aria-expanded", "true");
  await production.getByRole("button").click();
  await expect(production.getByRole("button")).toHaveAttribute("aria-expanded", "false");
});
