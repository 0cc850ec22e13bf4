import { expect, test } from "vitest";
import { neighboursOf, walkFrom } from "#components/catalog/graph/graph-walk.ts";

const edge = (from: string, to: string) => ({ from, to, type: "dependsOn", label: "depends on", inverseTitle: null });
const graph = { edges: [edge("a", "b"), edge("a", "c"), edge("z", "a"), edge("a", "a")] };
const places = new Map([
  ["z", { x: -200, y: 0 }],
  ["a", { x: 0, y: 0 }],
  ["b", { x: 200, y: -50 }],
  ["c", { x: 200, y: 60 }],
  ["d", { x: 0, y: 100 }],
]);
const walk = (id: string, arrow: Parameters<typeof walkFrom>[3]) => walkFrom(graph, places, id, arrow);

test("arrows lead along relations, and up and down also to what stands beside", () => {
  expect(walk("a", "ArrowRight")).toBe("b");
  expect(walk("a", "ArrowLeft")).toBe("z");
  expect(walk("b", "ArrowLeft")).toBe("a");
  expect(walk("a", "ArrowDown")).toBe("c");
  expect(walk("b", "ArrowDown")).toBe("a");
  expect(walk("c", "ArrowRight")).toBeNull();
  expect(walk("d", "ArrowRight")).toBeNull();
  expect(walk("d", "ArrowUp")).toBe("a");
  expect(walk("nothing", "ArrowUp")).toBeNull();
});

test("a node has each neighbour once, and is none of its own", () => {
  expect(neighboursOf({ edges: [...graph.edges, edge("b", "a")] }, "a").sort()).toEqual(["b", "c", "z"]);
});
