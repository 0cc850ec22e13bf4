import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, expectAccessible, expectNoSidewaysScrolling, test } from "../fixtures.ts";

const components = join(import.meta.dirname, "../../components");
const pictures = join(import.meta.dirname, "../../test-results/shelf");

test("every part stands on the shelf, accessible and within the window, in both themes and at three widths", async ({
  pageOf,
}) => {
  test.setTimeout(300_000);
  const page = await pageOf("admin");
  const examples = readdirSync(components, { recursive: true }).filter((name) => String(name).endsWith(".example.tsx"));
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto("/dev/shelf");
    await expect(page.locator("main > section")).toHaveCount(examples.length);
    await expectAccessible(page);
    for (const width of [390, 1280, 1680]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScrolling(page);
      await page.screenshot({ path: join(pictures, `${theme}-${width}.png`), fullPage: true });
    }
  }
});

test("the shelf is for those who build: nobody else finds it in production", async ({ pageOf, anonymousPage }) => {
  const viewer = await pageOf("viewer");
  expect((await viewer.goto("/dev/shelf"))?.status()).toBe(404);
  expect((await anonymousPage.goto("/dev/shelf"))?.status()).toBe(404);
});
