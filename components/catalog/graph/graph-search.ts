import { mostNodes } from "#lib/catalog/graph/schema.ts";

/** What the address of the graph asks for. */
export type GraphSearch = {
  depth: number;
  direction: "both" | "outgoing" | "incoming";
  kind: string[];
  /** How many nodes are drawn at most, and how many relations of one of them each way. */
  limit: number;
  perNode: number;
};
export type GraphParameters = Record<string, string | string[] | undefined>;

/** Reads the address; what means nothing is left out. */
export function readGraphSearch(parameters: GraphParameters): GraphSearch {
  const one = (name: string) => [parameters[name] ?? []].flat()[0];
  const depth = Number(one("depth"));
  const direction = one("direction");
  return {
    depth: [1, 2, 3, 4, 5].includes(depth) ? depth : 1,
    direction: direction === "outgoing" || direction === "incoming" ? direction : "both",
    kind: [parameters["kind"] ?? []]
      .flat()
      .filter((kind) => /^[a-z][a-z0-9-]{0,62}$/.test(kind))
      .slice(0, 50),
    ...(one("nodes") === String(mostNodes) ? { limit: mostNodes, perNode: 100 } : { limit: 150, perNode: 20 }),
  };
}
