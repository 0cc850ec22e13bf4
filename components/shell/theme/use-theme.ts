"use client";
import { useSyncExternalStore } from "react";
import { type ThemeChoice, themeKey, toThemeChoice } from "#components/shell/theme/theme-choice.ts";

const changed = "causeway:theme";

function readChoice(): ThemeChoice {
  try {
    return toThemeChoice(localStorage.getItem(themeKey));
  } catch {
    return "system";
  }
}

/** Puts the class on the document that the tokens listen to. */
export function applyTheme(choice: ThemeChoice): void {
  const dark = choice === "dark" || (choice === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.toggle("dark", dark);
}

/** Follows the choice and the system from now on. The document does so itself, unless its script did not run: the page for "not found" is made here. */
export function followTheme(): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => applyTheme(readChoice());
  follow();
  system.addEventListener("change", follow);
  return () => system.removeEventListener("change", follow);
}

function subscribe(onChange: () => void): () => void {
  const follow = () => {
    applyTheme(readChoice());
    onChange();
  };
  window.addEventListener(changed, onChange);
  window.addEventListener("storage", follow);
  return () => {
    window.removeEventListener(changed, onChange);
    window.removeEventListener("storage", follow);
  };
}

/** The chosen theme, for who shows it. */
export function useTheme(): ThemeChoice {
  return useSyncExternalStore(subscribe, readChoice, () => "system" as const);
}

/** Chooses a theme. Kept in this browser; a cookie tells the server for the next page. Seen first, written down after that. */
export function chooseTheme(choice: ThemeChoice): void {
  applyTheme(choice);
  setTimeout(() => {
    try {
      localStorage.setItem(themeKey, choice);
    } catch {
      // Without storage the cookie alone keeps it.
    }
    writeCookie(`${themeKey}=${choice}; path=/; max-age=31536000; samesite=lax`);
    window.dispatchEvent(new Event(changed));
  });
}

/** From light to dark, or back. */
export function switchTheme(): void {
  chooseTheme(document.documentElement.classList.contains("dark") ? "light" : "dark");
}

function writeCookie(cookie: string): void {
  Reflect.set(document, "cookie", cookie);
}
