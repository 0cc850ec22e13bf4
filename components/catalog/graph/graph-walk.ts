import type { EntityGraph } from "#lib/catalog/graph/schema.ts";

export type Place = { x: number; y: number };
export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

const directions: Record<Arrow, Place> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/** Whether a key is one that walks. */
export function isArrow(key: string): key is Arrow {
  return Object.hasOwn(directions, key);
}

/** The nodes that a node has a relation with, drawn either way. */
export function neighboursOf(graph: Pick<EntityGraph, "edges">, id: string): string[] {
  const found = graph.edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
  return [...new Set(found)].filter((other) => other !== id);
}

/**
 * Where an arrow leads from a node: along the relation that points that way most; up and down also to the next node beside it, where no
 * relation points that way. Null when nothing lies there.
 */
export function walkFrom(
  graph: Pick<EntityGraph, "edges">,
  places: ReadonlyMap<string, Place>,
  id: string,
  arrow: Arrow,
): string | null {
  const way = directions[arrow];
  const along = nearest(places, id, neighboursOf(graph, id), way);
  if (along !== null || way.x !== 0) return along;
  return nearest(places, id, [...places.keys()], way);
}

function nearest(places: ReadonlyMap<string, Place>, id: string, candidates: string[], way: Place): string | null {
  const here = places.get(id);
  if (here === undefined) return null;
  let best: { id: string; cost: number } | null = null;
  for (const candidate of candidates) {
    const there = places.get(candidate);
    if (candidate === id || there === undefined) continue;
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const ahead = dx * way.x + dy * way.y;
    if (ahead <= 0) continue;
    // What lies aside costs more than what lies ahead.
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    const cost = ahead + aside * (way.x === 0 ? 3 : 1);
    if (best === null || cost < best.cost) best = { id: candidate, cost };
  }
  return best?.id ?? null;
}
