import type { Page } from "@playwright/test";
import { expect, ownerConnection, test } from "../fixtures.ts";

/** Adds a member through the REST door, as somebody else would; their name is then on the page of members. */
async function addMember(page: Page, origin: string, name: string): Promise<string> {
  const answer = await page.request.post("/api/v1/members?org=harbourline", {
    headers: { origin },
    data: {
      name,
      email: `${name.toLowerCase().replaceAll(" ", ".")}.${Date.now()}@harbourline.example`,
      role: "viewer",
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { personId: string }).personId;
}

// Whoever came last is on the first page, however many there are.
const newestFirst = "/harbourline/settings/members?sort=joinedAt&direction=descending";

/** A name that no run of a test used before. */
const newName = (name: string) => `${name} ${Date.now()}`;

test("a change made in one browser is soon on the page of another, by itself", async ({ pageOf, origin }) => {
  const [admin, viewer] = [await pageOf("admin"), await pageOf("viewer")];
  const isOpen = viewer.waitForResponse(/\/api\/v1\/live/);
  await viewer.goto(newestFirst);
  await isOpen;
  await admin.goto("/harbourline/settings/members");
  const tookMs: number[] = [];
  for (const name of ["Live One", "Live Two", "Live Three"].map(newName)) {
    // Looked for by the page itself at every frame: asking from outside would be slower than what is measured.
    const seenAt = viewer.evaluate(
      (text) =>
        new Promise<number>((resolve) => {
          const look = () =>
            document.body.innerText.includes(text) ? resolve(Date.now()) : requestAnimationFrame(look);
          look();
        }),
      name,
    );
    await addMember(admin, origin, name);
    const changedAt = Date.now();
    tookMs.push((await seenAt) - changedAt);
  }
  console.log(`seen elsewhere after ${tookMs.join(", ")} ms`);
  // The figure is printed; what is held here is that it comes by itself, also on a machine that is busy with the other journeys.
  expect(Math.min(...tookMs)).toBeLessThan(5_000);
});

test("a laptop that was closed shows what changed meanwhile when it is opened again", async ({ pageOf, origin }) => {
  const [admin, viewer] = [await pageOf("admin"), await pageOf("viewer")];
  const isOpen = viewer.waitForResponse(/\/api\/v1\/live/);
  await viewer.goto(newestFirst);
  await isOpen;
  const name = newName("Closed Lid");
  await viewer.context().setOffline(true);
  // Going offline leaves an open stream open in this browser; a closed lid does not.
  const sql = ownerConnection();
  await admin.goto("/harbourline/settings/members");
  // News that arrives while there is no network must not make the page leave.
  await addMember(admin, origin, newName("Just Before"));
  await viewer.waitForTimeout(1_500);
  await viewer.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pagehide")));
  await addMember(admin, origin, name);
  await expect(viewer.getByText(name)).toHaveCount(0);
  // An hour is more than any timer of the page waits; the cursor alone tells what was missed.
  await sql`update outbox_events set at = at - interval '1 hour' where at > now() - interval '1 minute'`;
  await sql.end();
  await viewer.context().setOffline(false);
  await viewer.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow")));
  await expect(viewer.getByText(name)).toBeVisible();
});

test("eight tabs share one stream, all hear the news, and none hangs", async ({ pageOf, origin }) => {
  test.setTimeout(180_000);
  const first = await pageOf("admin");
  let streams = 0;
  first.context().on("request", (request) => {
    if (request.url().includes("/api/v1/live")) streams += 1;
  });
  await first.goto(newestFirst);
  const tabs = [first];
  for (let count = 1; count < 8; count += 1) {
    const tab = await first.context().newPage();
    await tab.goto(newestFirst);
    await expect(tab.getByRole("heading", { level: 1 })).toBeVisible();
    tabs.push(tab);
  }
  expect(streams).toBe(1);
  const [eight, seven] = [newName("Eight Tabs"), newName("Seven Tabs")];
  await addMember(first, origin, eight);
  for (const tab of tabs) await expect(tab.getByText(eight)).toBeVisible();
  // The tab with the stream goes away: another one takes over.
  await first.close();
  const [second] = tabs.slice(1);
  if (second === undefined) throw new Error("No second tab");
  await addMember(second, origin, seven);
  for (const tab of tabs.slice(1)) await expect(tab.getByText(seven)).toBeVisible();
});

test("a person whose membership ends is out within moments, without a click", async ({ pageOf, origin, browser }) => {
  const admin = await pageOf("admin");
  await admin.goto("/harbourline/settings/members");
  const personId = await addMember(admin, origin, "Leaving Soon");
  const sql = ownerConnection();
  const { makeToken } = await import("#lib/kernel/tokens.ts");
  const { token, hash } = makeToken("session");
  await sql`insert into sessions (token_hash, person_id, expires_at) values (${hash}, ${personId}, now() + interval '1 hour')`;
  const context = await browser.newContext({ baseURL: origin });
  await context.addCookies([{ name: "causeway-session", value: token, url: origin, httpOnly: true, sameSite: "Lax" }]);
  const page = await context.newPage();
  const isOpen = page.waitForResponse(/\/api\/v1\/live/);
  await page.goto("/harbourline/catalog");
  await isOpen;
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await sql`delete from memberships where person_id = ${personId}`;
  await sql.end();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await context.close();
});
