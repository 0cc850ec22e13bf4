"use client";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { KindIcon } from "#components/catalog/blueprint-icon.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { relationListHref } from "#components/catalog/graph/relation-list-href.ts";
import { kindName } from "#components/catalog/kind-name.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import * as words from "#components/words/catalog/graph/graph-list.ts";
import { numberText } from "#components/words/format.ts";
import type { EntityGraph, GraphNode } from "#lib/catalog/graph/schema.ts";

type Props = { org: string; graph: EntityGraph; selectedId: string; onSelect: (id: string) => void };

/** The same as the picture, in words: everything by how far away it is, and the relations of what is chosen. */
export function GraphList({ org, graph, selectedId, onSelect }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const selected = graph.nodes.find((node) => node.id === selectedId);
  useEffect(() => {
    // Only the list moves, never the page.
    const row = list.current?.querySelector<HTMLElement>(`[data-graph-row="${CSS.escape(selectedId)}"]`);
    const frame = list.current;
    if (!row || !frame) return;
    const top = row.offsetTop - frame.offsetTop;
    if (top < frame.scrollTop || top + row.offsetHeight > frame.scrollTop + frame.clientHeight)
      frame.scrollTop = top - frame.clientHeight / 3;
  }, [selectedId]);
  const depths = [...new Set(graph.nodes.map((node) => node.depth))];
  return (
    <div className="flex h-[min(68vh,760px)] min-h-[420px] min-w-0 flex-col bg-panel phone:h-auto">
      {selected === undefined ? null : <Chosen org={org} graph={graph} node={selected} onSelect={onSelect} />}
      <div ref={list} className="min-h-0 flex-1 overflow-y-auto p-2 phone:max-h-[60vh]">
        {depths.map((depth) => {
          const nodes = graph.nodes.filter((node) => node.depth === depth);
          return (
            <section key={depth} aria-label={depthText(depth)}>
              <h3 className="flex h-7 items-center gap-1.5 px-2 text-11 font-550 text-text-3">
                {depthText(depth)} <span className="tabular-nums">{depth === 0 ? "" : numberText(nodes.length)}</span>
              </h3>
              <ul className="grid gap-px">
                {nodes.map((node) => (
                  <li key={node.id}>
                    <button
                      type="button"
                      data-graph-row={node.id}
                      aria-pressed={node.id === selectedId}
                      onClick={() => onSelect(node.id)}
                      className={classNames(
                        "flex min-h-[30px] w-full items-center gap-2 rounded-2 px-2 text-left -outline-offset-2 [&>.lucide]:text-text-3",
                        node.id === selectedId ? "bg-selected font-500" : "hover:bg-hover",
                      )}
                    >
                      <KindIcon blueprint={node.blueprint} />
                      <span className="cut flex-1">{node.title}</span>
                      <span className="flex-none text-11 font-400 text-text-3">{stateText(node)}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}

function Chosen({
  org,
  graph,
  node,
  onSelect,
}: {
  org: string;
  graph: EntityGraph;
  node: GraphNode;
  onSelect: (id: string) => void;
}) {
  const titleOf = (id: string) => graph.nodes.find((other) => other.id === id)?.title ?? id;
  const outgoing = graph.edges.filter((edge) => edge.from === node.id);
  const incoming = graph.edges.filter((edge) => edge.to === node.id);
  const rests = graph.rest.filter((rest) => rest.node === node.id);
  return (
    <section
      aria-label={words.chosen(node.title)}
      className="grid max-h-[50%] content-start gap-2 overflow-y-auto border-b border-line p-4 phone:max-h-none"
    >
      <div className="flex items-start justify-between gap-2">
        <h2 className="min-w-0 text-14 font-600 [overflow-wrap:anywhere]">{node.title}</h2>
        <span className="flex-none text-12 text-text-3">{stateText(node)}</span>
      </div>
      {node.state === "present" ? (
        <div className="flex gap-2">
          <Button size="sm" href={entityHref(org, node)}>
            {words.open}
          </Button>
          {node.id === graph.root ? null : (
            <Button size="sm" variant="ghost" href={`${entityHref(org, node)}?tab=graph`}>
              {words.startHere}
            </Button>
          )}
        </div>
      ) : null}
      {/* First, so that nobody who has thousands must scroll for the way to them. */}
      {rests.length === 0 ? null : (
        <ul className="grid gap-1 text-12 text-text-2">
          {rests.map((rest) => (
            <li key={`${rest.direction} ${rest.type}`}>
              <Link
                href={relationListHref(org, node, rest)}
                className="text-accent-text underline decoration-1 underline-offset-2"
              >
                {words.more(rest.count)}
              </Link>{" "}
              {rest.label}
            </li>
          ))}
        </ul>
      )}
      <ul className="grid gap-1 text-12 text-text-2">
        {[
          ...outgoing.map((edge) => ({ edge, other: edge.to, before: `${edge.label} `, after: "" })),
          ...incoming.map((edge) =>
            edge.inverseTitle === null
              ? { edge, other: edge.from, before: "", after: words.pointsHere(edge.label) }
              : { edge, other: edge.from, before: `${edge.inverseTitle} `, after: "" },
          ),
        ].map(({ edge, other, before, after }) => (
          <li key={`${edge.from} ${edge.type} ${edge.to}`}>
            {before}
            <button type="button" className="text-accent-text hover:underline" onClick={() => onSelect(other)}>
              {titleOf(other)}
            </button>
            {after}
          </li>
        ))}
      </ul>
    </section>
  );
}

function depthText(depth: number): string {
  return depth === 0 ? words.here : words.stepsAway(depth);
}

function stateText(node: GraphNode): string {
  if (node.state === "missing") return words.notInTheCatalog;
  return node.state === "archived" ? words.archived : kindName(node);
}
