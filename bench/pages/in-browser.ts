import type { Browser, Page } from "@playwright/test";
import { firstLoadBytes } from "../../e2e/first-load.ts";
import { median } from "../measure.ts";
import type { Caller } from "./first-byte.ts";

const loads = 3;
const slowdown = 4;
/** How long nothing more may come before the keys are pressed. */
const settledMs = 400;
const betweenKeysMs = 100;
/** What every page answers to: the next row, all shortcuts, the palette, a letter in it. */
const everydayKeys = ["j", "?", "Escape", "/", "p", "Escape"];
/** Every element and every letter anew: the browser's own time, which a page can only multiply. */
const themeKeys = ["t", "t"];

export type Seen = Vitals & { scriptKb: number; allScriptKb: number; slowedMs: number };
type Vitals = { lcpMs: number; cls: number; interactionMs: number };

/** What a person with a computer four times as slow sees of a page: medians of several loads, each in a browser that knows nothing. */
export async function measureInBrowser(browser: Browser, caller: Caller, path: string): Promise<Seen> {
  const seen: Seen[] = [];
  for (let load = 0; load < loads; load += 1) seen.push(await loadOnce(browser, caller, path));
  const middle = (field: keyof Seen) => median(seen.map((one) => one[field]));
  return {
    scriptKb: middle("scriptKb"),
    allScriptKb: middle("allScriptKb"),
    lcpMs: middle("lcpMs"),
    // What moves once in three loads moves.
    cls: Math.max(...seen.map((one) => one.cls)),
    interactionMs: middle("interactionMs"),
    slowedMs: middle("slowedMs"),
  };
}

async function loadOnce(browser: Browser, caller: Caller, path: string): Promise<Seen> {
  const context = await browser.newContext({ baseURL: caller.origin, viewport: { width: 1280, height: 900 } });
  const [name = "", value = ""] = caller.cookie.split("=");
  await context.addCookies([{ name, value, url: caller.origin, httpOnly: true, sameSite: "Lax" }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await session.send("Network.enable");
  const scripts = new Set<string>();
  let scriptBytes = 0;
  session.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.url.endsWith(".js")) scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await page.addInitScript(observe);
  const answer = await page.goto(`/${caller.org}${path}`, { waitUntil: "load" });
  if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`);
  const script = await firstLoadBytes(caller.origin, await answer.text());
  // Charts and what else comes by itself after the first paint may not push anything away either.
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.waitForTimeout(settledMs);
  await press(page, everydayKeys);
  const { interactionMs: slowedMs } = await readVitals(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.evaluate(() => Object.assign(Reflect.get(window, "vitals"), { interactionMs: 0 }));
  await press(page, [...themeKeys, ...everydayKeys]);
  const vitals = await readVitals(page);
  await context.close();
  return { scriptKb: script / 1024, allScriptKb: scriptBytes / 1024, ...vitals, slowedMs };
}

function readVitals(page: Page): Promise<Vitals> {
  return page.evaluate(() => Reflect.get(window, "vitals") as Vitals);
}

async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(painted);
    await page.waitForTimeout(betweenKeysMs);
  }
}

/** Runs in the page: resolves when what was pressed is on the screen, however long that takes. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** Runs in the page before anything of it. */
function observe(): void {
  const vitals: Vitals = { lcpMs: 0, cls: 0, interactionMs: 0 };
  Reflect.set(window, "vitals", vitals);
  const watch = (type: string, onEntry: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) onEntry(entry);
    }).observe({ type, buffered: true, ...more });
  watch("largest-contentful-paint", (entry) => {
    vitals.lcpMs = entry.startTime;
  });
  watch("layout-shift", (entry) => {
    const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!shift.hadRecentInput) vitals.cls += shift.value;
  });
  // The longest of all, where the measure of the web takes the 98th percentile.
  watch(
    "event",
    (entry) => {
      if (Reflect.get(entry, "interactionId") !== 0)
        vitals.interactionMs = Math.max(vitals.interactionMs, entry.duration);
    },
    { durationThreshold: 16 },
  );
}
