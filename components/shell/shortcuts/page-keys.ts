import type { Shortcut } from "#components/shell/shortcuts/shortcut-list.ts";
import * as words from "#components/words/shell/shortcuts/page-keys.ts";

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
  // In a field, one goes on where the text ends.
  if (element instanceof HTMLInputElement) element.setSelectionRange(element.value.length, element.value.length);
  return element !== undefined;
}

/** What this page has keys for, in its own words. */
export function readPageKeys(): Shortcut[] {
  return pressable().map((element) => ({
    keys: [element.getAttribute("aria-keyshortcuts") ?? ""],
    does: nameOf(element),
  }));
}

/** What a button says, or what a field to fill in is called. */
function nameOf(element: HTMLElement): string {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  const field = isField ? words.edit(element.labels?.[0]?.textContent ?? "") : null;
  return (element.getAttribute("aria-label") ?? field ?? element.textContent ?? "").trim();
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
