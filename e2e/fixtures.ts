import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { rolePassword } from "#db/roles.ts";
import { makeToken } from "#lib/kernel/tokens.ts";
import { startedPortal } from "./started-portal.ts";

export type Person = "admin" | "member" | "viewer" | "stranger";

const emails: Record<Person, string> = {
  admin: "ines@harbourline.example",
  member: "mateo@harbourline.example",
  viewer: "nora@harbourline.example",
  stranger: "lea@northwind.example",
};

type Fixtures = {
  origin: string;
  /** Opens a page that is signed in; what the browser complains about makes the test fail at its end. */
  pageOf(person: Person, options?: { colorScheme?: "light" | "dark"; width?: number; locale?: string }): Promise<Page>;
  /** A page of nobody. */
  anonymousPage: Page;
};

export const test = base.extend<Fixtures>({
  origin: async ({ playwright }, use) => {
    expect(playwright).toBeDefined();
    await use(startedPortal().origin);
  },
  pageOf: async ({ browser, origin }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (person, options = {}) => {
      const context = await browser.newContext({
        baseURL: origin,
        colorScheme: options.colorScheme ?? "light",
        // The portal shows dates and numbers as the browser's region writes them.
        locale: options.locale ?? "en-GB",
        viewport: { width: options.width ?? 1280, height: 900 },
      });
      contexts.push(context);
      await context.addCookies([
        {
          name: "causeway-session",
          value: await openSession(emails[person]),
          url: origin,
          httpOnly: true,
          sameSite: "Lax",
        },
      ]);
      const page = await context.newPage();
      watch(page, complaints);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(complaints, "what the browser complained about").toEqual([]);
  },
  anonymousPage: async ({ browser, origin }, use) => {
    const context = await browser.newContext({ baseURL: origin, locale: "en-GB" });
    const page = await context.newPage();
    const complaints: string[] = [];
    watch(page, complaints);
    await use(page);
    await context.close();
    expect(complaints, "what the browser complained about").toEqual([]);
  },
});

export { expect };

// Content security policy, uncaught errors, hydration: all of it reaches the console. A 4xx of a page that a test asks for is no complaint.
function watch(page: Page, complaints: string[]): void {
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    const text = message.text();
    if (
      message.type() === "error" &&
      !/status of (401|403|404|409|413|422)|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_INTERNET_DISCONNECTED/.test(text)
    )
      complaints.push(`${page.url()}: ${text}`);
  });
}

/** Signs somebody in without the sign-in page, by the row that it would have made. */
async function openSession(email: string): Promise<string> {
  const sql = ownerConnection();
  const { token, hash } = makeToken("session");
  const made = await sql`
    insert into sessions (token_hash, person_id, expires_at) select ${hash}, id, now() + interval '1 hour' from people where lower(email) = ${email} returning id`;
  await sql.end();
  if (made.length !== 1) throw new Error(`There is no ${email} in the sample data`);
  return token;
}

/** The database of the started portal, as its owner: for preparing and looking, never for what the product would do. */
export function ownerConnection(): postgres.Sql {
  const { dataDir } = startedPortal();
  const secret = readFileSync(join(dataDir, "secret"), "utf8").trim();
  const port = readFileSync(join(dataDir, "postgres.port"), "utf8").trim();
  return postgres(`postgres://causeway_owner:${rolePassword("owner", secret)}@127.0.0.1:${port}/causeway`, {
    max: 1,
    onnotice: () => {},
  });
}

/** Fails when axe finds a violation of WCAG 2.2 A or AA, or of the given rules alone, on the page as it stands. */
export async function expectAccessible(page: Page, rules?: string[]): Promise<void> {
  // Only violations are collected, and in one run: no page of ours has frames, for which a second page would be opened each time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  if (rules === undefined) axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  else axe.withRules(rules);
  const { violations } = await axe.analyze();
  const found = violations.map((violation) => {
    const places = violation.nodes.slice(0, 3).map((node) => node.target.join(" "));
    return `${violation.id} at ${violation.nodes.length} places, such as ${places.join(" and ")}: ${violation.help}`;
  });
  // Soft: a test that walks through many pages names them all.
  expect.soft(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** Fails when the page can be scrolled sideways. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect
    .soft(overflow, `sideways scrolling of ${page.url()} at ${page.viewportSize()?.width} pixels`)
    .toBeLessThanOrEqual(0);
}
