import { expect, expectAccessible, expectNoSidewaysScrolling, test } from "../fixtures.ts";

const text = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: tides
spec:
  type: service
  lifecycle: production
  owner: group:harbour
`;

test("a new organization's first steps tick themselves, are put away by one person and brought back", async ({
  pageOf,
  origin,
}) => {
  const page = await pageOf("admin");
  const headers = { origin };
  const slug = `steps-${Date.now()}`;
  const made = await page.request.post("/api/v1/orgs?org=harbourline", {
    headers,
    data: { slug, name: "New quay", timeZone: "Europe/Berlin" },
  });
  expect(made.status(), await made.text()).toBe(200);
  await page.goto(`/${slug}`);
  const steps = page.getByRole("list", { name: "First steps" });
  await expect(steps.getByRole("listitem")).toHaveCount(6);
  await expect(page.getByRole("img", { name: "0 of 6 first steps are done" })).toBeVisible();
  await expect(steps.getByText("after “Bring your first source in”")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScrolling(page);
  await page.setViewportSize({ width: 1280, height: 900 });

  // Done elsewhere, by a program: the page hears of it.
  const imported = await page.request.post(`/api/v1/catalog/imports?org=${slug}`, {
    headers,
    data: { source: { kind: "paste", text } },
  });
  expect(imported.ok(), await imported.text()).toBe(true);
  await expect(page.getByRole("img", { name: "2 of 6 first steps are done" })).toBeVisible();
  await expect(steps.getByText("Bring your first source in")).toHaveCount(0);
  await expect(steps.getByRole("link", { name: "Run an action" })).toBeVisible();

  await steps.getByRole("link", { name: "Create an API key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What it is for").fill("Pipeline");
  await dialog.getByRole("checkbox").nth(1).check();
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByText("Copy the key now")).toBeVisible();
  await page.goto(`/${slug}`);
  await expect(page.getByRole("img", { name: "3 of 6 first steps are done" })).toBeVisible();

  await page.getByRole("button", { name: "Put away" }).click();
  await expect(steps).toHaveCount(0);
  await page.goto(`/${slug}/settings/account`);
  await page.getByRole("button", { name: "Show the first steps" }).click();
  await expect(page.getByRole("button", { name: "Show the first steps" })).toHaveCount(0);
  await page.goto(`/${slug}`);
  await expect(steps).toBeVisible();
});

test("a form that was not sent is not left without a question", async ({ pageOf }) => {
  const page = await pageOf("admin");
  await page.goto("/harbourline/settings/organization");
  const name = page.getByLabel("Name");
  const question = page.getByRole("dialog").or(page.getByRole("alertdialog"));
  await expect(async () => {
    await name.fill("Harbourline and sons");
    await page.getByRole("link", { name: "Roles" }).click();
    await expect(question.getByText("Leave without saving?")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(name).toHaveValue("Harbourline and sons");
  await page.getByRole("link", { name: "Roles" }).click();
  await question.getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(/\/settings\/permissions/);
});
