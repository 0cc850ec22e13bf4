import type { Pattern } from "./pattern.ts";

/** The pattern held to the whole text. */
export function wholeText({ node, written }: Pattern): Pattern {
  return {
    node: { type: "sequence", of: [{ type: "start" }, { type: "choice", of: [node] }, { type: "end" }] },
    written,
  };
}
