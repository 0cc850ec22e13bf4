"use client";
import "@xyflow/react/dist/base.css";
import {
  type Edge,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react";
import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef } from "react";
import { KindIcon } from "#components/catalog/blueprint-icon.tsx";
import { isArrow, type Place, walkFrom } from "#components/catalog/graph/graph-walk.ts";
import { nodeSize, type Shape } from "#components/catalog/graph/layout-shape.ts";
import { useLayout } from "#components/catalog/graph/use-layout.ts";
import { kindName } from "#components/catalog/kind-name.ts";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Minus, Plus, Scan } from "#components/ui/icons.tsx";
import * as words from "#components/words/catalog/graph/graph-canvas.ts";
import type { EntityGraph, GraphEdge, GraphNode, GraphRest } from "#lib/catalog/graph/schema.ts";

export type GraphCanvasProps = {
  graph: EntityGraph;
  selectedId: string;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
  onOpenRest: (rest: GraphRest) => void;
};

type EntityData = { node: GraphNode; isSelected: boolean; isRoot: boolean };
type EntityFlowNode = Node<EntityData, "entity">;
type RestFlowNode = Node<{ rest: GraphRest; open: () => void }, "rest">;

/** So many at once: more hubs in one picture are named in the list. */
const mostRests = 40;
const fewest = 5;
/** Names can be read from here on. */
const readableZoom = 0.75;
/** More names on the lines of one node would cover each other. */
const mostLabels = 6;
const nodeTypes = { entity: EntityCard, rest: RestCard };

/** The picture: laid out beside the page, moved by mouse, touch or keyboard. Only what is in view is drawn. */
export function GraphCanvas(props: GraphCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ graph, selectedId, onSelect, onOpen, onOpenRest }: GraphCanvasProps) {
  const flow = useReactFlow();
  const frame = useRef<HTMLElement>(null);
  const hasFocus = useRef(false);
  const shownId = useRef(selectedId);
  const rests = useMemo(() => drawnRests(graph), [graph]);
  const shape = useMemo(() => shapeOf(graph, rests), [graph, rests]);
  const layout = useLayout(shape);
  const places = layout.state === "done" ? layout.places : null;
  const nodes = useMemo(
    () => (places === null ? [] : [...entityNodes(graph, places, selectedId), ...restNodes(rests, places, onOpenRest)]),
    [graph, places, rests, selectedId, onOpenRest],
  );
  const edges = useMemo(() => edgesOf(graph, rests, selectedId), [graph, rests, selectedId]);
  const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const showAll = () => flow.fitView({ maxZoom: 1, padding: 0.1, duration: still() ? 0 : 200 });
  const center = useEffectEvent((id: string) => {
    const place = places?.get(id);
    if (place === undefined) return;
    const { zoom } = flow.getViewport();
    const at = { x: place.x + nodeSize.width / 2, y: place.y + nodeSize.height / 2 };
    void flow.setCenter(at.x, at.y, { zoom: Math.max(zoom, readableZoom), duration: still() ? 0 : 200 });
  });
  useEffect(() => {
    // A new picture is shown as a whole as far as it can be read, and from the middle where it cannot.
    if (places === null) return;
    const timer = setTimeout(() => {
      void flow.fitView({ maxZoom: 1, padding: 0.1 }).then(() => {
        if (flow.getZoom() < readableZoom) center(graph.root);
      });
    }, 0);
    return () => clearTimeout(timer);
  }, [places, flow, graph.root]);
  useEffect(() => {
    // Chosen in the list as well as here: what is chosen is in view, and takes the focus only from another node.
    if (places === null || shownId.current === selectedId) return;
    shownId.current = selectedId;
    center(selectedId);
    if (!hasFocus.current) return;
    const timer = setTimeout(() => cardOf(frame.current, selectedId)?.focus({ preventScroll: true }), 0);
    return () => clearTimeout(timer);
  }, [selectedId, places]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (places === null || event.metaKey || event.ctrlKey || event.altKey) return;
    if (isArrow(event.key)) {
      event.preventDefault();
      const next = walkFrom(graph, placesOfEntities(places), selectedId, event.key);
      if (next !== null) onSelect(next);
    } else if (event.key === "Home") {
      event.preventDefault();
      onSelect(graph.root);
    } else if (event.key === "Enter" && event.target instanceof Element && event.target.closest("[data-graph-node]")) {
      event.preventDefault();
      onOpen(selectedId);
    }
  };
  return (
    <section
      ref={frame}
      aria-label={words.relationsDrawn}
      className="relative h-full [&_.react-flow\_\_attribution]:!bg-transparent [&_.react-flow\_\_attribution_a]:!text-text-3"
      onKeyDown={onKeyDown}
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) hasFocus.current = false;
      }}
    >
      {layout.state === "done" ? (
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          onNodeClick={(_, node) => (node.type === "entity" ? onSelect(node.id) : undefined)}
          onNodeDoubleClick={(_, node) => (node.type === "entity" ? onOpen(node.id) : undefined)}
          onlyRenderVisibleElements
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          zoomOnDoubleClick={false}
          preventScrolling={false}
          zoomOnScroll={false}
          panOnScroll={false}
          minZoom={0.1}
          maxZoom={1.5}
        />
      ) : (
        <p role="status" className="grid h-full place-items-center text-13 text-text-3">
          {layout.state === "lost" ? words.couldNotBeDrawn : words.findingAPlace}
        </p>
      )}
      <div className="absolute right-3 bottom-6 flex gap-1 rounded-2 border border-line-2 bg-panel p-0.5 shadow-1">
        <IconButton label={words.nearer} icon={<Plus aria-hidden />} onClick={() => void flow.zoomIn()} />
        <IconButton label={words.furtherAway} icon={<Minus aria-hidden />} onClick={() => void flow.zoomOut()} />
        <IconButton label={words.showAll} icon={<Scan aria-hidden />} onClick={() => void showAll()} />
      </div>
    </section>
  );
}

function EntityCard({ data: { node, isSelected, isRoot } }: NodeProps<EntityFlowNode>) {
  const state =
    node.state === "missing" ? words.notInTheCatalog : node.state === "archived" ? words.archived : undefined;
  return (
    <>
      <Handle type="target" position={Position.Left} className="!opacity-0" />
      <button
        type="button"
        data-graph-node={node.id}
        tabIndex={isSelected ? 0 : -1}
        aria-current={isSelected || undefined}
        className={classNames(
          "flex items-center gap-2 rounded-2 border px-2.5 text-left",
          isRoot ? "border-transparent bg-accent text-on-accent" : "bg-panel text-text [&>.lucide]:text-text-3",
          !isRoot && (state === undefined ? "border-line-2" : "border-dashed border-line-control bg-sunken"),
          isSelected && "inset-ring-2 inset-ring-accent-mark",
          isSelected && isRoot && "inset-ring-on-accent",
        )}
        style={nodeSize}
      >
        <KindIcon blueprint={node.blueprint} />
        <span className="grid min-w-0 leading-[15px]">
          <span className="cut text-12 font-550">{node.title}</span>
          <span className={classNames("cut text-11", !isRoot && "text-text-3")}>{state ?? kindName(node)}</span>
        </span>
      </button>
      <Handle type="source" position={Position.Right} className="!opacity-0" />
    </>
  );
}

function RestCard({ data: { rest, open } }: NodeProps<RestFlowNode>) {
  return (
    <>
      <Handle type="target" position={Position.Left} className="!opacity-0" />
      <button
        type="button"
        tabIndex={-1}
        onClick={open}
        className="grid content-center rounded-2 border border-dashed border-line-control bg-sunken px-2.5 text-left leading-[15px] hover:bg-hover"
        style={nodeSize}
      >
        <span className="text-12 font-550 text-text">{words.more(rest.count)}</span>
        <span className="cut text-11 text-text-3">{rest.label}</span>
      </button>
      <Handle type="source" position={Position.Right} className="!opacity-0" />
    </>
  );
}

const restId = (rest: GraphRest) => `rest ${rest.direction} ${rest.type} ${rest.node}`;

/** What is said in the picture: hubs. A few more at the edge of it are named in the list only, or there would be more of them than of the rest. */
function drawnRests(graph: EntityGraph): GraphRest[] {
  const deepest = Math.max(...graph.nodes.map((node) => node.depth));
  const inner = new Set(graph.nodes.filter((node) => node.depth < deepest || node.depth === 0).map((node) => node.id));
  return graph.rest.filter((rest) => inner.has(rest.node) && rest.count >= fewest).slice(0, mostRests);
}

function shapeOf(graph: EntityGraph, rests: GraphRest[]): Shape {
  return {
    nodes: [...graph.nodes.map((node) => node.id), ...rests.map(restId)],
    edges: [
      ...graph.edges,
      ...rests.map((rest) =>
        rest.direction === "outgoing" ? { from: rest.node, to: restId(rest) } : { from: restId(rest), to: rest.node },
      ),
    ],
  };
}

function entityNodes(graph: EntityGraph, places: ReadonlyMap<string, Place>, selectedId: string): EntityFlowNode[] {
  return graph.nodes.map((node) => ({
    id: node.id,
    type: "entity",
    position: places.get(node.id) ?? { x: 0, y: 0 },
    ...nodeSize,
    data: { node, isSelected: node.id === selectedId, isRoot: node.id === graph.root },
  }));
}

function restNodes(
  rests: GraphRest[],
  places: ReadonlyMap<string, Place>,
  open: (rest: GraphRest) => void,
): RestFlowNode[] {
  return rests.map((rest) => ({
    id: restId(rest),
    type: "rest",
    position: places.get(restId(rest)) ?? { x: 0, y: 0 },
    ...nodeSize,
    data: { rest, open: () => open(rest) },
  }));
}

function edgesOf(graph: EntityGraph, rests: GraphRest[], selectedId: string): Edge[] {
  const isNear = (edge: GraphEdge) => edge.from === selectedId || edge.to === selectedId;
  const isLabelled = graph.edges.filter(isNear).length <= mostLabels;
  const entities = graph.edges.map((edge): Edge => {
    const { from, to, type, label } = edge;
    const near = isNear(edge);
    const color = near ? "var(--accent-mark)" : "var(--line-control)";
    return {
      id: `${from} ${type} ${to}`,
      source: from,
      target: to,
      ...(near && isLabelled ? { label, labelStyle: { fill: "var(--text-2)", fontSize: 11 } } : {}),
      labelBgStyle: { fill: "var(--deck)" },
      style: { stroke: color, strokeWidth: near ? 1.6 : 1.1 },
      markerEnd: { type: MarkerType.ArrowClosed, color, width: 14, height: 14 },
    };
  });
  const others = rests.map((rest): Edge => {
    const [source, target] = rest.direction === "outgoing" ? [rest.node, restId(rest)] : [restId(rest), rest.node];
    return { id: restId(rest), source, target, style: { stroke: "var(--line-control)", strokeDasharray: "3 4" } };
  });
  return [...entities, ...others];
}

function placesOfEntities(places: ReadonlyMap<string, Place>): ReadonlyMap<string, Place> {
  return new Map([...places].filter(([id]) => !id.startsWith("rest ")));
}

function cardOf(frame: HTMLElement | null, id: string): HTMLElement | null {
  return frame?.querySelector<HTMLElement>(`[data-graph-node="${CSS.escape(id)}"]`) ?? null;
}
