import { expect, test } from "../fixtures.ts";

test("a mutation that comes from another origin, or from none, changes nothing", async ({ pageOf, origin }) => {
  const page = await pageOf("admin");
  await page.goto("/harbourline/settings/keys");
  await page.getByRole("button", { name: "Create a key" }).click();
  await page.getByLabel("What it is for").fill("honest key");
  await page.getByRole("button", { name: "Only read" }).click();
  const sent = page.waitForRequest((request) => request.headers()["next-action"] !== undefined);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  const request = await sent;
  await expect(page.getByText("Copy the key now")).toBeVisible();

  const countOf = async () => {
    const answer = await page.request.get("/api/v1/keys?org=harbourline");
    const { items } = (await answer.json()) as { items: { name: string }[] };
    return items.filter((key) => key.name === "honest key").length;
  };
  const before = await countOf();
  const headers = await request.allHeaders();
  const own = Object.fromEntries(
    Object.entries(headers).filter(([name]) => /^(next-|cookie|content-type|accept)/.test(name)),
  );
  const forged = [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  ];
  for (const extra of forged) {
    await fetch(request.url(), { method: "POST", headers: { ...own, ...extra }, body: request.postData() ?? "" });
    expect(await countOf(), JSON.stringify(extra)).toBe(before);
  }
  // The same request from our own origin does work: what was refused was its origin.
  await fetch(request.url(), { method: "POST", headers: { ...own, origin }, body: request.postData() ?? "" });
  expect(await countOf()).toBe(before + 1);
});

test("the page for what went wrong is whole, says what to do, and breaks no policy", async ({
  pageOf,
  browser,
  origin,
}) => {
  const signedIn = await pageOf("admin");
  const context = await browser.newContext({ baseURL: origin, storageState: await signedIn.context().storageState() });
  const page = await context.newPage();
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective}`),
    );
  });
  const violations: string[] = [];
  page.on("console", (message) => message.text().includes("policy") && violations.push(message.text()));
  await page.goto("/harbourline/audit?cursor=not-a-cursor");
  await expect(page.getByText("This page could not be built")).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(page.getByText(/node_modules|at async/)).toHaveCount(0);
  await context.close();
  expect(violations).toEqual([]);
});
