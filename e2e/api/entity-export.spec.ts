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
  expect((await page.request.put(path)).status()).toBe(405);
  expect((await anonymousPage.request.get(path)).status()).toBe(401);
  const stranger = await pageOf("stranger");
  expect((await stranger.request.get(path)).status()).toBe(404);
});

test("what is selected is taken out as one file in the order of the list", async ({ pageOf }) => {
  const page = await pageOf("viewer");
  await page.goto("/harbourline/catalog?blueprint=component&sort=owner&direction=descending&columns=lifecycle");
  const rows = page.getByRole("table", { name: "Components" }).locator("tr[data-row]");
  const wanted = await rows.evaluateAll((all) => all.slice(2, 5).map((row) => row.getAttribute("data-row") ?? ""));
  for (const place of [4, 2, 3]) await rows.nth(place).getByRole("checkbox").click();
  const asked = page.waitForRequest((request) => request.url().includes("/entity-export/csv"));
  await page.getByRole("region", { name: "Selection" }).getByRole("button", { name: "Export" }).click();
  const started = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /CSV/ }).click();
  const download = await started;
  expect((await asked).method()).toBe("POST");
  expect(download.suggestedFilename()).toMatch(/^selection-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await (await download.createReadStream()).toArray()).join("").trim().split("\r\n");
  expect(lines.map((line) => line.split(",").slice(0, 2).join(":"))).toEqual(["blueprint:identifier", ...wanted]);

  // A page of somebody else cannot ask for it.
  const path = "/api/v1/entity-export/json?org=harbourline";
  const data = { entities: [{ blueprint: "component", identifier: "payments-api" }] };
  expect((await page.request.post(path, { data, headers: { origin: "https://elsewhere.example" } })).status()).toBe(
    403,
  );
});
