import { z } from "zod";

export const deepestGraph = 5;
/** What a person can still look at, and a browser still moves without a hitch. */
export const mostNodes = 500;

export const GraphNode = z.object({
  /** An entity's id; `blueprint:identifier` of one that the catalog does not have. */
  id: z.string(),
  blueprint: z.string(),
  identifier: z.string(),
  title: z.string(),
  type: z.string().nullable(),
  lifecycle: z.string().nullable(),
  /** How many relations lie between it and the entity that was asked for. */
  depth: z.number(),
  state: z.enum(["present", "archived", "missing"]),
});
export type GraphNode = z.infer<typeof GraphNode>;

/** A stored relation between two nodes, as the entity `from` states it. */
export const GraphEdge = z.object({
  from: z.string(),
  to: z.string(),
  type: z.string(),
  label: z.string(),
  /** What the kind that states it calls it from the other end; null where it does not say. */
  inverseTitle: z.string().nullable(),
});
export type GraphEdge = z.infer<typeof GraphEdge>;

/** Relations of a node that are not drawn. */
export const GraphRest = z.object({
  node: z.string(),
  direction: z.enum(["outgoing", "incoming"]),
  type: z.string(),
  label: z.string(),
  count: z.number(),
});
export type GraphRest = z.infer<typeof GraphRest>;

export const EntityGraph = z.object({
  root: z.string(),
  nodes: z.array(GraphNode),
  edges: z.array(GraphEdge),
  rest: z.array(GraphRest),
  /** False when there was more than `limit` nodes. */
  isComplete: z.boolean(),
});
export type EntityGraph = z.infer<typeof EntityGraph>;
