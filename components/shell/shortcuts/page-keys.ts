import type { Shortcut } from "#components/shell/shortcuts/shortcut-list.ts";

/** The elements of the page that say themselves which key presses them, by `aria-keyshortcuts`. */
function pressable(): HTMLElement[] {
  const found = document.querySelectorAll<HTMLElement>("main [aria-keyshortcuts]");
  return [...found].filter((element) => element.checkVisibility() && !element.matches(":disabled"));
}

/** Presses what the page has for a key. @returns whether there is something */
export function pressPageKey(key: string): boolean {
  const element = pressable().find((candidate) => candidate.getAttribute("aria-keyshortcuts") === key);
  element?.focus();
  element?.click();
  return element !== undefined;
}

/** What this page has keys for, in its own words. */
export function readPageKeys(): Shortcut[] {
  return pressable().map((element) => ({
    keys: [element.getAttribute("aria-keyshortcuts") ?? ""],
    does: (element.getAttribute("aria-label") ?? element.textContent ?? "").trim(),
  }));
}

/** Presses what another page has for a key as soon as that page is there; gives up when it does not come. */
export function pressWhenThere(path: string, key: string): void {
  const until = Date.now() + 5_000;
  const look = () => {
    if (window.location.pathname === path && pressPageKey(key)) return;
    if (Date.now() < until) setTimeout(look, 100);
  };
  look();
}
