"use client";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { entityHref } from "#components/catalog/entity-href.ts";
import type { GraphCanvasProps } from "#components/catalog/graph/graph-canvas.tsx";
import { GraphList } from "#components/catalog/graph/graph-list.tsx";
import { relationListHref } from "#components/catalog/graph/relation-list-href.ts";
import { Later, LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/catalog/graph/relation-graph.ts";
import type { EntityGraph, GraphRest } from "#lib/catalog/graph/schema.ts";

const Canvas = new LaterPart<GraphCanvasProps>(
  async () => (await import("#components/catalog/graph/graph-canvas.tsx")).GraphCanvas,
);

/** What an entity is related to, as a picture that can be walked and as a list beside it. What is chosen in one is chosen in the other. */
export function RelationGraph({ org, graph }: { org: string; graph: EntityGraph }) {
  const router = useRouter();
  const [chosen, setChosen] = useState(graph.root);
  const nodeOf = useMemo(() => new Map(graph.nodes.map((node) => [node.id, node])), [graph]);
  const selectedId = nodeOf.has(chosen) ? chosen : graph.root;
  const callbacks = useMemo(
    () => ({
      onOpen(id: string) {
        const node = nodeOf.get(id);
        if (node?.state === "present") router.push(entityHref(org, node));
      },
      onOpenRest(rest: GraphRest) {
        const node = nodeOf.get(rest.node);
        if (node !== undefined) router.push(relationListHref(org, node, rest));
      },
    }),
    [nodeOf, org, router],
  );
  return (
    <div className="grid min-h-0 grid-cols-[minmax(0,1fr)_316px] overflow-hidden rounded-3 border border-line-2 bg-deck phone:grid-cols-[minmax(0,1fr)]">
      <div className="h-[min(68vh,760px)] min-h-[420px] min-w-0 border-r border-line phone:h-[52vh] phone:min-h-[320px] phone:border-r-0 phone:border-b">
        <Later
          part={Canvas}
          props={{ graph, selectedId, onSelect: setChosen, ...callbacks }}
          waiting={<p className="grid h-full place-items-center text-13 text-text-3">{words.fetchingThePicture}</p>}
        />
      </div>
      <GraphList org={org} graph={graph} selectedId={selectedId} onSelect={setChosen} />
    </div>
  );
}
