import type { DiffLine } from "#components/patterns/diff-list.tsx";
import * as words from "#components/words/audit/change-lines.ts";

type Values = Record<string, unknown> | null;

const longest = 400;

/** What was and what is, one line per value; what stayed as it was stands between, so that the rest can be placed. */
export function changeLines(before: Values, after: Values): DiffLine[] {
  const [had, has] = [flatten(before), flatten(after)];
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((path): DiffLine[] => {
    const [was, is] = [had.get(path), has.get(path)];
    if (was === is) return [{ kind: "same", text: `${path}: ${is}` }];
    return [
      ...(was === undefined ? [] : [{ kind: "remove" as const, text: `${path}: ${was}` }]),
      ...(is === undefined ? [] : [{ kind: "add" as const, text: `${path}: ${is}` }]),
    ];
  });
}

/** The change in a few words for the row of a table. */
export function changeSummary(before: Values, after: Values): string {
  const [had, has] = [flatten(before), flatten(after)];
  const changed = [...new Set([...had.keys(), ...has.keys()])].filter((path) => had.get(path) !== has.get(path));
  const [first] = changed;
  if (first === undefined) return "";
  const [was, is] = [had.get(first), has.get(first)];
  const told =
    before === null || was === undefined
      ? `${first}: ${is}`
      : is === undefined
        ? words.firstWasRemoved(first, was)
        : `${first}: ${was} → ${is}`;
  const short = told.length > 60 ? `${told.slice(0, 59)}…` : told;
  return changed.length === 1 ? short : words.andMore(short, changed.length - 1);
}

function flatten(value: unknown, path = ""): Map<string, string> {
  const lines = new Map<string, string>();
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value))
      for (const [place, text] of flatten(inner, path === "" ? key : `${path}.${key}`)) lines.set(place, text);
  } else if (path !== "") {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    lines.set(path, text.length > longest ? `${text.slice(0, longest)}…` : text);
  }
  return lines;
}
