"use client";
import ELK, { type ElkNode } from "elkjs/lib/elk-api.js";
import { useEffect, useState } from "react";
import type { Place } from "#components/catalog/graph/graph-walk.ts";
import {
  decidingEdges,
  foldColumns,
  layoutOptions,
  nodeSize,
  type Shape,
} from "#components/catalog/graph/layout-shape.ts";

export type Layout = { state: "working" } | { state: "lost" } | { state: "done"; places: ReadonlyMap<string, Place> };

/** Finds a place for every node, in a worker. The places that were there stay until the new ones are. */
export function useLayout(shape: Shape): Layout {
  const [layout, setLayout] = useState<Layout>({ state: "working" });
  useEffect(() => {
    let isGone = false;
    const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
    // What the worker cannot do, the page does without: the list beside it says the same.
    worker.addEventListener("error", () => {
      if (!isGone) setLayout({ state: "lost" });
    });
    const elk = new ELK({ workerFactory: () => worker });
    const wanted: ElkNode = {
      id: "graph",
      layoutOptions: layoutOptions(shape),
      children: shape.nodes.map((id) => ({ id, ...nodeSize })),
      edges: decidingEdges(shape).map(({ from, to }, place) => ({
        id: `edge ${place}`,
        sources: [from],
        targets: [to],
      })),
    };
    elk.layout(wanted).then(
      ({ children = [] }) => {
        if (isGone) return;
        const places = new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
        setLayout({ state: "done", places: foldColumns(places) });
      },
      () => {
        if (!isGone) setLayout({ state: "lost" });
      },
    );
    return () => {
      isGone = true;
      worker.terminate();
    };
  }, [shape]);
  return layout;
}
