import { expect, expectAccessible, test } from "../fixtures.ts";

test("something new is made from the form of its kind: what is wrong is said at its field, nothing typed is lost", async ({
  pageOf,
}) => {
  const page = await pageOf("member");
  const identifier = `made-by-hand-${Date.now()}`;
  await page.goto("/harbourline/catalog");
  await page.getByRole("link", { name: "New", exact: true }).click();
  await expect(page.getByRole("heading", { name: "New component" })).toBeVisible();
  // The identifier follows the title until somebody writes another one.
  await page.getByLabel("Title").fill("Made by hand");
  await expect(page.getByLabel("Identifier")).toHaveValue("made-by-hand");
  await page.getByLabel("Identifier").fill(identifier);
  await page.getByLabel("Tags").fill("go\npci");
  await page.getByRole("button", { name: "Create component" }).click();
  // Needed, and first in the form.
  await expect(page.getByRole("combobox", { name: "Owner" })).toBeFocused();
  await expect(page.getByText("This is needed")).toHaveCount(3);
  await expect(page.getByLabel("Title")).toHaveValue("Made by hand");
  await page.getByRole("combobox", { name: "Owner" }).pressSequentially("Payments");
  await page
    .getByRole("option", { name: /^Payments/ })
    .first()
    .click();
  await page.getByLabel("Type", { exact: true }).fill("service");
  await page.getByLabel("Lifecycle").fill("experimental");
  await page.getByRole("button", { name: "Create component" }).click();
  await expect(page).toHaveURL(new RegExp(`/catalog/component/${identifier}$`));
  await expect(page.getByRole("heading", { level: 1, name: "Made by hand" })).toBeVisible();
});

test("of two who edit the same thing, the second sees both versions and loses nothing", async ({ pageOf }) => {
  const [one, two] = [await pageOf("member"), await pageOf("admin")];
  // An entity that no other journey looks for by its name.
  const address = "/harbourline/edit/component/rates";
  await one.goto(address);
  await two.goto(address);
  const title = `Exchange ${Date.now()}`;
  await one.getByLabel("Title").fill(title);
  await one.getByRole("button", { name: "Save" }).click();
  await expect(one.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await two.getByLabel("Title").fill("Another title");
  await two.getByLabel("Lifecycle").fill("deprecated");
  await two.getByRole("button", { name: "Save" }).click();
  const both = two.getByRole("region", { name: "Both versions" });
  await expect(both.getByText("saved this while you were writing")).toBeInViewport();
  await expect(both.getByRole("row", { name: /Title/ })).toContainText(title);
  await expectAccessible(two);
  await expect(two.getByLabel("Lifecycle")).toHaveValue("deprecated");
  await both
    .getByRole("row", { name: /^Title/ })
    .getByRole("button", { name: "Take theirs" })
    .click();
  await two.getByRole("button", { name: "Save" }).click();
  await expect(two.getByRole("heading", { level: 1, name: title })).toBeVisible();

  // What was edited over the file can go back to what the file says, with a press.
  await one.goto(address);
  for (const value of ["rates", "production"]) await one.getByRole("button", { name: `Back to “${value}”` }).click();
  await one.getByRole("button", { name: "Save" }).click();
  await expect(one.getByRole("heading", { level: 1, name: "rates" })).toBeVisible();
});

test("who may only look is not offered a form", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/catalog/component/payments-api");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
  const answer = await page.goto("/harbourline/edit/component/payments-api");
  expect(answer?.status()).toBe(404);
});
