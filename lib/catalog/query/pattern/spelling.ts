import type { Pattern, PatternNode, Range } from "./pattern.ts";

/** How one engine writes a code point inside [ ]. */
type WritePoint = (point: number) => string;

const inPostgres: WritePoint = (point) => `\\U${point.toString(16).padStart(8, "0")}`;
const inRe2: WritePoint = (point) => `\\x{${point.toString(16)}}`;

function clip([from, to]: Range, least: number): Range[] {
  return to < least ? [] : [[Math.max(from, least), to]];
}

/** Every character is written as a set of ranges, so that nothing depends on what an engine makes of a class, a flag or a locale. */
function writeNode(node: PatternNode, point: WritePoint): string {
  switch (node.type) {
    case "start":
      return "^";
    case "end":
      return "$";
    case "sequence":
      return node.of.map((part) => writeNode(part, point)).join("");
    case "choice":
      return `(?:${node.of.map((part) => writeNode(part, point)).join("|")})`;
    case "repeat": {
      const counts = node.most === node.least ? `{${node.least}}` : `{${node.least},${node.most ?? ""}}`;
      return `(?:${writeNode(node.of, point)})${counts}`;
    }
    default: {
      // No text of PostgreSQL holds a NUL.
      const ranges = node.ranges.flatMap((range) => clip(range, 1));
      const parts = ranges.map(([from, to]) => (from === to ? point(from) : `${point(from)}-${point(to)}`));
      return `[${node.isNegated ? "^" : ""}${parts.join("")}]`;
    }
  }
}

/** The pattern for PostgreSQL's `~`. It has no references back and asks for no captures, so its automaton goes through a text once. */
export function writePostgresPattern({ node }: Pattern): string {
  return `(?:${writeNode(node, inPostgres)})`;
}

/** The pattern for RE2. */
export function writeRe2Pattern({ node }: Pattern): string {
  return `(?:${writeNode(node, inRe2)})`;
}
