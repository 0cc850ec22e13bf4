import type { Json } from "./core.ts";

/** A semantic version; both engines read it with this. */
export const versionPattern =
  "^v?(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})(-[0-9A-Za-z.-]{1,100})?(\\+[0-9A-Za-z.-]{1,100})?$";
const versionExpression = new RegExp(versionPattern);

/** A text as a number; both engines read it with this. */
export const numeralPattern = "^-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?$";
const numeralExpression = new RegExp(numeralPattern);

/** The parts of a version, or undefined when the text is none. */
export function parseVersion(text: string): Json | undefined {
  const match = versionExpression.exec(text);
  if (match === null) return undefined;
  const [major, minor, patch] = match.slice(1, 4).map(Number);
  return { major: major ?? 0, minor: minor ?? 0, patch: patch ?? 0, prerelease: match[4]?.slice(1) ?? null };
}

/** The number that a text is, or undefined. */
export function parseNumeral(text: string): number | undefined {
  return numeralExpression.test(text) ? Number(text) + 0 : undefined;
}
