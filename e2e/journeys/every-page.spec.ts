import type { Page } from "@playwright/test";
import { firstLoadBytes, firstLoadLimit } from "../first-load.ts";
import { expect, expectAccessible, expectNoSidewaysScrolling, test } from "../fixtures.ts";

/** Whether pictures are taken too: they take longer than everything else together, and are there to be looked at by a person. */
const takesPictures = process.env["TEST_LONG"] === "1";

// The longest tests of all: side by side, so that no browser waits for the other.
test.describe.configure({ mode: "parallel" });

/** Every page of an organization that a person can open, with real data behind it. */
const pages = [
  "",
  "/catalog",
  "/catalog?group=owner",
  "/catalog?blueprint=all&group=blueprint&type=service",
  "/catalog/component/payments-api",
  "/catalog/component/payments-api?tab=relations",
  "/catalog/component/payments-api?tab=graph&depth=1",
  "/catalog/group/payments?tab=relations&type=ownedBy&direction=incoming",
  "/catalog/component/payments-api?tab=changes",
  "/catalog/archived",
  "/catalog/new",
  "/catalog/new?kind=component",
  "/edit/component/payments-api",
  "/blueprints",
  "/blueprints/new",
  "/blueprints/component",
  "/catalog/group/payments",
  "/catalog/api/payments-api",
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
  "/inbox",
  "/settings",
  "/settings/account",
  "/settings/notifications",
  "/settings/organization",
  "/settings/members",
  "/settings/teams",
  "/settings/who-is-who",
  "/settings/who-is-who?state=open",
  "/catalog/user/ines",
  "/settings/keys",
  "/settings/secrets",
  "/settings/webhooks",
  "/settings/service-accounts",
  "/settings/permissions",
  "/settings/queue",
  "/no-such-page",
  "/settings/no-such/page",
];

// Each page is opened once for all that is looked at: opening takes longer than looking. Half of them each, so that two browsers share the way.
for (const half of [0, 1]) {
  test(`every page is accessible in both themes, scrolls sideways at no width, loads little script, without a complaint of the browser, half ${half + 1}`, async ({
    pageOf,
    origin,
  }) => {
    test.setTimeout(600_000);
    const page = await pageOf("admin");
    for (const path of pages.filter((_, index) => index % 2 === half)) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      const answer = await page.goto(`/harbourline${path}`);
      expect(answer?.status(), path).toBe(path.includes("/no-such") ? 404 : 200);
      const script = await firstLoadBytes(origin, (await answer?.text()) ?? "");
      expect.soft(script, `script that ${path} loads at first`).toBeLessThanOrEqual(firstLoadLimit);
      expect.soft(script, `script that ${path} loads at first, if it was found`).toBeGreaterThan(50 * 1024);
      await expect(page.getByRole("main").getByRole("heading").first(), path).toBeVisible();
      await expectAccessible(page);
      // Structure is the same in both themes; only colours differ.
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      await expect(page.locator("html"), path).toHaveClass(/dark/);
      await expectAccessible(page, ["color-contrast"]);
      for (const width of [390, 1280, 1680]) {
        await page.setViewportSize({ width, height: 900 });
        await expectNoSidewaysScrolling(page);
        if (takesPictures) await takePictures(page, path, width);
      }
    }
  });
}

test("pages of people who are not signed in are accessible, also the ones for what is not there", async ({
  anonymousPage: page,
  origin,
}) => {
  for (const path of [
    "/signin",
    "/signin/link",
    "/signin/not-invited",
    "/signin/forgot",
    "/signin/password",
    "/invitation",
    "/setup",
    "/nothing/here",
  ]) {
    const answer = await page.goto(path);
    const script = await firstLoadBytes(origin, (await answer?.text()) ?? "");
    expect.soft(script, `script that ${path} loads at first`).toBeLessThanOrEqual(firstLoadLimit);
    await expect(page.getByRole("heading").first()).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
  }
});

/** The page as it stands in both themes, whole: `test-results/pages/<page>-<width>-<theme>.png`. */
async function takePictures(page: Page, path: string, width: number): Promise<void> {
  const name = path.replaceAll(/[^a-z0-9]+/gi, "-").replaceAll(/^-|-$/g, "") || "home";
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveClass(colorScheme === "dark" ? /dark/ : /^(?!.*dark)/);
    await page.screenshot({ path: `test-results/pages/${name}-${width}-${colorScheme}.png`, fullPage: true });
  }
}
