import type { Place } from "#components/catalog/graph/graph-walk.ts";

export type Shape = { nodes: string[]; edges: { from: string; to: string }[] };

export const nodeSize = { width: 196, height: 44 };

const [layerGap, nodeGap] = [110, 18];

const always = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.layered.spacing.nodeNodeBetweenLayers": String(layerGap),
  "elk.spacing.nodeNode": String(nodeGap),
};
/** Up to so many nodes the order in which they came is kept. How long that takes grows with the cube of a hub's neighbours. */
const ordered = 60;
/** Up to so many relations all of them find their way past each other. */
const crossed = 160;
/** A column that is longer is folded into several, which a screen can show. */
const tallest = 30;
const foldedGap = 28;

/** How a picture is laid out: a small one with care, a large one soon. */
export function layoutOptions({ nodes, edges }: Shape): Record<string, string> {
  if (nodes.length <= ordered && edges.length <= crossed)
    return { ...always, "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES" };
  return {
    ...always,
    // The lines are drawn by us.
    "elk.edgeRouting": "POLYLINE",
    "elk.layered.thoroughness": "3",
    "elk.layered.crossingMinimization.greedySwitch.type": "OFF",
  };
}

/**
 * The relations that decide where the nodes of a large picture stand: the first way by which each is reached from the first node. All others
 * are drawn between places, and would cost most of the time.
 */
export function decidingEdges({ nodes, edges }: Shape): Shape["edges"] {
  if (edges.length <= crossed) return edges;
  const near = new Map<string, { other: string; edge: Shape["edges"][number] }[]>();
  const meet = (node: string, other: string, edge: Shape["edges"][number]) => {
    const known = near.get(node);
    if (known === undefined) near.set(node, [{ other, edge }]);
    else known.push({ other, edge });
  };
  for (const edge of edges) {
    meet(edge.from, edge.to, edge);
    meet(edge.to, edge.from, edge);
  }
  const seen = new Set<string>();
  const found: Shape["edges"] = [];
  for (const start of nodes) {
    if (seen.has(start)) continue;
    seen.add(start);
    const reached = [start];
    for (const node of reached)
      for (const { other, edge } of near.get(node) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        reached.push(other);
        found.push(edge);
      }
  }
  return found;
}

/**
 * The same places, or, where a column is too long for a screen, all columns close around the middle, with the long ones folded into several
 * beside each other. The order from top to bottom stays.
 */
export function foldColumns(places: ReadonlyMap<string, Place>): ReadonlyMap<string, Place> {
  const columns = Map.groupBy(places, ([, { x }]) => Math.round(x));
  if ([...columns.values()].every((column) => column.length <= tallest)) return places;
  const heights = [...places.values()].map(({ y }) => y);
  const middle = (Math.min(...heights) + Math.max(...heights)) / 2;
  const folded = new Map<string, Place>();
  // Closer than the lines alone would have it: those of a long column need much room.
  let left = 0;
  for (const x of [...columns.keys()].sort((one, other) => one - other)) {
    const column = (columns.get(x) ?? []).sort(([, one], [, other]) => one.y - other.y);
    const parts = Math.ceil(column.length / tallest);
    const perPart = Math.ceil(column.length / parts);
    for (const [index, [id]] of column.entries()) {
      const part = Math.floor(index / perPart);
      const size = Math.min(perPart, column.length - part * perPart);
      const row = (index % perPart) - (size - 1) / 2;
      const at = { x: left + part * (nodeSize.width + foldedGap), y: middle + row * (nodeSize.height + nodeGap) };
      folded.set(id, at);
    }
    left += parts * (nodeSize.width + foldedGap) - foldedGap + layerGap;
  }
  return folded;
}
