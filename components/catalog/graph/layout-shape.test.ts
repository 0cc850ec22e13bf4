import { expect, test } from "vitest";
import { decidingEdges, foldColumns, layoutOptions, nodeSize } from "#components/catalog/graph/layout-shape.ts";

const names = (count: number) => Array.from({ length: count }, (_, place) => `n${place}`);
const star = (count: number) => ({
  nodes: names(count),
  edges: names(count)
    .slice(1)
    .map((from) => ({ from, to: "n0" })),
});

test("a small picture is laid out with all its relations and in its order, a large one by the first way to each node", () => {
  const small = star(20);
  expect(decidingEdges(small)).toBe(small.edges);
  expect(layoutOptions(small)).toHaveProperty(["elk.layered.considerModelOrder.strategy"]);
  const large = star(200);
  const between = names(199).map((name, place) => ({ from: name, to: `n${place + 1}` }));
  const decided = decidingEdges({ nodes: [...large.nodes, "alone"], edges: [...large.edges, ...between] });
  // As many as a tree has, and every node is reached.
  expect(decided).toHaveLength(199);
  expect(new Set(decided.flatMap(({ from, to }) => [from, to])).size).toBe(200);
  expect(layoutOptions(large)).not.toHaveProperty(["elk.layered.considerModelOrder.strategy"]);
});

test("long columns are folded into several, no two nodes cover each other, and short ones stay as they are", () => {
  const short = new Map(names(10).map((name, place) => [name, { x: 0, y: place * 60 }]));
  expect(foldColumns(short)).toBe(short);
  const places = new Map([
    ["root", { x: 600, y: 9000 }],
    ...names(300).map((name, place): [string, { x: number; y: number }] => [name, { x: 0, y: place * 62 }]),
    ["after", { x: 1200, y: 9000 }],
  ]);
  const folded = foldColumns(places);
  expect([...folded.keys()].sort()).toEqual([...places.keys()].sort());
  const all = [...folded.values()];
  const isClear = all.every((one, at) =>
    all.every(
      (other, place) =>
        at === place || Math.abs(one.x - other.x) >= nodeSize.width || Math.abs(one.y - other.y) >= nodeSize.height,
    ),
  );
  expect(isClear).toBe(true);
  const heights = all.map(({ y }) => y);
  expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(2000);
  const x = (name: string) => folded.get(name)?.x ?? Number.NaN;
  expect(x("n299")).toBeLessThan(x("root"));
  expect(x("root")).toBeLessThan(x("after"));
  expect(folded.get("n1")?.y).toBeGreaterThan(folded.get("n0")?.y ?? 0);
});
