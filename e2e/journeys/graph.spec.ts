import { expect, test } from "../fixtures.ts";

test("the graph is walked by keyboard, and the list beside it is in step", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/catalog/component/payments-api?tab=graph&depth=1");
  const picture = page.getByRole("region", { name: "Relations, drawn" });
  const here = picture.locator("[data-graph-node][aria-current]");
  await expect(here).toContainText("payments-api");
  await here.focus();
  await page.keyboard.press("ArrowRight");
  await expect(here).not.toContainText("payments-api");
  await expect(here).toBeFocused();
  const name = (await here.locator("span span").first().innerText()).trim();
  await expect(page.locator("[data-graph-row][aria-pressed=true]")).toContainText(name);
  await expect(page.getByRole("region", { name: `Chosen: ${name}` })).toContainText("payments-api");
  await page.keyboard.press("Home");
  await expect(here).toContainText("payments-api");

  // The list chooses for both.
  const other = page.locator("[data-graph-row]").nth(2);
  const chosen = (await other.locator("span").first().innerText()).trim();
  await other.click();
  await expect(here).toContainText(chosen);
  await here.focus();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/tab=graph/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(chosen);
});

test("steps, way and kinds are in the address; what is not drawn is a list of pages", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/catalog/component/payments-api?tab=graph");
  const all = await page.locator("[data-graph-row]").count();
  await page.getByRole("link", { name: "What it needs" }).click();
  await expect(page).toHaveURL(/direction=outgoing/);
  await expect.poll(() => page.locator("[data-graph-row]").count()).toBeLessThan(all);
  await page.getByText("All kinds").click();
  await page.getByRole("checkbox", { name: /^Resource/ }).click();
  await expect(page).toHaveURL(/kind=resource/);
  await page.goto("/harbourline/catalog/group/payments?tab=relations&type=ownedBy&direction=incoming");
  await expect(page.getByRole("table", { name: "Owned by this" }).locator("tr[data-row]").first()).toBeVisible();
});

test("a hub is drawn in part, says how much more there is, and leads to all of it", async ({ pageOf, origin }) => {
  const page = await pageOf("admin");
  const described = Array.from({ length: 30 }, (_, index) =>
    [
      "apiVersion: backstage.io/v1alpha1",
      "kind: Resource",
      `metadata: { name: journey-spoke-${index} }`,
      "spec: { type: bucket, lifecycle: experimental, owner: journey-hub }",
    ].join("\n"),
  );
  const hub =
    "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: { name: journey-hub }\nspec: { type: team, children: [] }";
  const answer = await page.request.post("/api/v1/catalog/imports?org=harbourline", {
    headers: { origin },
    data: { source: { kind: "paste", text: [hub, ...described].join("\n---\n") } },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const status = page.getByRole("status").filter({ hasText: "shown" });
  await expect(async () => {
    await page.goto("/harbourline/catalog/group/journey-hub?tab=graph");
    await expect(status).toContainText("21 shown, 10 more relations", { timeout: 3000 });
  }).toPass();
  const chosen = page.getByRole("region", { name: /^Chosen: / });
  await expect(chosen.getByRole("link", { name: "10 more" })).toHaveAttribute(
    "href",
    /tab=relations.*direction=incoming/,
  );
  await status.getByRole("link", { name: "Draw up to 500" }).click();
  await expect(status).toHaveText("31 shown");
  await expect(page.locator("[data-graph-row]")).toHaveCount(31);
  await page.goto("/harbourline/catalog/group/journey-hub?tab=relations&type=ownedBy&direction=incoming");
  await expect(page.getByRole("table", { name: "Owned by this" }).locator("tr[data-row]").first()).toBeVisible();
});
