import { expect, expectAccessible, expectNoSidewaysScrolling, test } from "../fixtures.ts";

/** Every page of an organization that a person can open, with real data behind it. */
const pages = [
  "",
  "/catalog",
  "/catalog?group=team",
  "/catalog/component/payments-api",
  "/catalog/component/payments-api?tab=relations",
  "/catalog/component/payments-api?tab=changes",
  "/catalog/group/payments",
  "/scorecards",
  "/scorecards/ownership-and-docs",
  "/actions",
  "/actions/create-service",
  "/runs",
  "/repositories",
  "/dashboards",
  "/dashboards/delivery",
  "/sources",
  "/sources/import",
  "/audit",
  "/api-reference",
  "/settings/members",
  "/settings/keys",
  "/settings/permissions",
  "/no-such-page",
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page is accessible in the ${colorScheme} theme, without a complaint of the browser`, async ({
    pageOf,
  }) => {
    test.setTimeout(240_000);
    const page = await pageOf("admin", { colorScheme });
    for (const path of pages) {
      const answer = await page.goto(`/harbourline${path}`);
      expect(answer?.status(), path).toBe(path === "/no-such-page" ? 404 : 200);
      await expect(page.getByRole("main").getByRole("heading").first(), path).toBeVisible();
      await expectAccessible(page);
    }
  });
}

for (const width of [390, 1280, 1680]) {
  test(`no page scrolls sideways at ${width} pixels`, async ({ pageOf }) => {
    test.setTimeout(180_000);
    const page = await pageOf("admin", { width });
    for (const path of pages) {
      await page.goto(`/harbourline${path}`);
      await expect(page.getByRole("heading").first(), path).toBeVisible();
      await expectNoSidewaysScrolling(page);
    }
  });
}

test("pages of people who are not signed in are accessible, also the ones for what is not there", async ({
  anonymousPage: page,
}) => {
  for (const path of ["/signin", "/signin/link", "/setup", "/nothing/here"]) {
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
  }
});
