export type ThemeChoice = "light" | "dark" | "system";

export const themeKey = "causeway-theme";

/** Anything that is not a known choice follows the system. */
export function toThemeChoice(value: string | null | undefined): ThemeChoice {
  return value === "light" || value === "dark" ? value : "system";
}

// Runs before the first paint, so that the page never shows the wrong theme, and follows the system on every page, also on those without the
// shell. Written without quotes, angle brackets and ampersands because it is rendered as text, which escapes them.
export const themeScript = `(function(){var system=matchMedia(\`(prefers-color-scheme: dark)\`);function apply(){var choice=null;try{choice=localStorage.getItem(\`${themeKey}\`)}catch(ignored){}var dark=choice===\`dark\`?true:choice===\`light\`?false:system.matches;document.documentElement.classList.toggle(\`dark\`,dark)}apply();system.addEventListener(\`change\`,apply)})()`;
