import { expect, test } from "../fixtures.ts";

test("what the catalog shows is taken out as a file, by people and keys of the organization only", async ({
  pageOf,
  anonymousPage,
}) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/catalog?blueprint=component&type=service&sort=updatedAt&columns=lifecycle");
  await page.getByRole("button", { name: "Export" }).click();
  const started = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /CSV/ }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^component-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await (await download.createReadStream()).toArray()).join("").trim().split("\r\n");
  expect(lines[0]).toBe("blueprint,identifier,title,lifecycle");
  const table = page.getByRole("table", { name: "Components" });
  expect(lines.length).toBe(Number(await table.getAttribute("aria-rowcount")));

  const path = "/api/v1/entity-export/json?org=harbourline";
  expect((await page.request.get(path)).status()).toBe(200);
  expect((await page.request.get(`${path}&sort=nonsense`)).status()).toBe(422);
  expect((await page.request.get(path.replace("json", "xml"))).status()).toBe(404);
  expect((await page.request.post(path)).status()).toBe(405);
  expect((await anonymousPage.request.get(path)).status()).toBe(401);
  const stranger = await pageOf("stranger");
  expect((await stranger.request.get(path)).status()).toBe(404);
});
