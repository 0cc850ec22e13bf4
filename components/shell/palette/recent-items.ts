import type { PaletteItem } from "#components/shell/palette/palette-items.tsx";

const limit = 8;
const key = (orgSlug: string) => `causeway-recent-${orgSlug}`;

function isItem(value: unknown): value is PaletteItem {
  if (typeof value !== "object" || value === null) return false;
  return ["id", "title", "href"].every((field) => typeof Reflect.get(value, field) === "string");
}

/** What was opened from the palette last, newest first; kept in this browser only. */
export function readRecent(orgSlug: string): PaletteItem[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key(orgSlug)) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isItem).slice(0, limit) : [];
  } catch {
    return [];
  }
}

/** Puts an item in front of what was opened before. */
export function rememberItem(orgSlug: string, item: PaletteItem): void {
  try {
    const next = [item, ...readRecent(orgSlug).filter((other) => other.id !== item.id)].slice(0, limit);
    localStorage.setItem(key(orgSlug), JSON.stringify(next));
  } catch {
    // Without storage the palette simply starts empty.
  }
}
