import type { Browser } from "@playwright/test";
import { quantile } from "../measure.ts";
import { report } from "../report.ts";
import { type Caller, measureFirstByte, timesOf } from "./first-byte.ts";

/** What people have chosen: a kind and one facet, words and a facet, and a condition. */
const filters = [
  "blueprint=component&type=library",
  "blueprint=component&type=service&text=ledger",
  `blueprint=component&query=${encodeURIComponent("count(incoming dependsOn) = 0")}`,
];
const turns = 40;
const pagesTurned = 20;
/** How long the pointer is on a link before it is pressed: who aims at something takes no less. */
const pointedMs = 100;

/**
 * The catalog under filters: its first byte against `entity.list` with the same filter, asked alone; all of the page; and the next page,
 * pointed at as a person does, from the click until its rows are painted, with what moved meanwhile. The last two have a bound in milliseconds.
 */
export async function benchLargeCatalog(browser: Browser, caller: Caller, total: number): Promise<boolean[]> {
  const reached: boolean[] = [];
  for (const filter of filters) {
    const path = `/catalog?${filter}`;
    const { pageMs, operationsMs } = await measureFirstByte(caller, path, [`/entities?${filter}`]);
    const whole = await timesOf(caller, `/${caller.org}${path}`, turns);
    const next = await turnPages(browser, caller, path);
    const line = (what: string, value: number, baseline: number, goal: number, unit = "ms") =>
      report({
        bench: `catalog under ${decodeURIComponent(filter)}, ${what}, ${total} entities`,
        value,
        unit,
        baseline,
        goal,
        better: "lower",
      });
    reached.push(
      line("first byte", pageMs, operationsMs, 2),
      line("whole page, 95 of 100", quantile(whole, 0.95), 200, 1),
      line("next page in the browser, 95 of 100", quantile(next.times, 0.95), 200, 1),
      line("moved while pages were turned", next.shift, 1, 0, "of the window"),
    );
  }
  return reached;
}

type Turned = { times: number[]; shift: number };

async function turnPages(browser: Browser, caller: Caller, path: string): Promise<Turned> {
  const context = await browser.newContext({ baseURL: caller.origin, viewport: { width: 1280, height: 900 } });
  const [name = "", value = ""] = caller.cookie.split("=");
  await context.addCookies([{ name, value, url: caller.origin, httpOnly: true, sameSite: "Lax" }]);
  const page = await context.newPage();
  await page.addInitScript(watchShifts);
  await page.goto(`/${caller.org}${path}`, { waitUntil: "networkidle" });
  const times: number[] = [];
  for (let turn = 0; turn < pagesTurned; turn += 1) {
    await page.locator("nav a", { hasText: "Next" }).hover();
    await page.waitForTimeout(pointedMs);
    times.push(await page.evaluate(turnPage));
    await page.waitForLoadState("networkidle");
  }
  const shift = await page.evaluate(() => Reflect.get(window, "shift") as number);
  await context.close();
  return { times, shift: Math.round(shift * 1000) / 1000 };
}

/** Runs in the page: clicks Next and waits until other rows are painted. @returns how long that took */
function turnPage(): Promise<number> {
  const first = () => document.querySelector("tbody tr")?.textContent;
  const next = [...document.querySelectorAll<HTMLAnchorElement>("nav a")].find((link) => link.textContent === "Next");
  if (next === undefined) throw new Error("There is no next page.");
  const before = first();
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const look = () => {
      if (first() === undefined || first() === before) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve(performance.now() - startedAt));
    };
    next.click();
    requestAnimationFrame(look);
  });
}

/** Runs in the page before anything of it. */
function watchShifts(): void {
  Reflect.set(window, "shift", 0);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      Reflect.set(window, "shift", Reflect.get(window, "shift") + Reflect.get(entry, "value"));
  }).observe({ type: "layout-shift", buffered: true });
}
