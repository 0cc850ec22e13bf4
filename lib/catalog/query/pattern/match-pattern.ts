import { RE2JS } from "re2js";
import type { Pattern } from "./pattern.ts";
import { writeRe2Pattern } from "./spelling.ts";

const compiled = new WeakMap<Pattern, RE2JS>();

/** Whether a text has the pattern in it, in time proportional to its length. */
export function matchPattern(pattern: Pattern, text: string): boolean {
  const known = compiled.get(pattern) ?? RE2JS.compile(writeRe2Pattern(pattern));
  compiled.set(pattern, known);
  return known.matcher(text).find();
}
