import { z } from "zod";
import { entityRoute } from "#lib/catalog/entities/entity-views.ts";
import { graphStatement } from "#lib/catalog/graph/graph-statement.ts";
import {
  deepestGraph,
  EntityGraph,
  type GraphEdge,
  type GraphNode,
  type GraphRest,
  mostNodes,
} from "#lib/catalog/graph/schema.ts";
import { labelRelation, type RelationTitles, readRelationTitles } from "#lib/catalog/relations/relation-titles.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

type Row = {
  nodes: GraphNode[] | null;
  edges: Omit<GraphEdge, "label" | "inverseTitle">[] | null;
  counts: Omit<GraphRest, "label">[] | null;
  isComplete: boolean;
};

const kind = z.string().min(1).max(63);

/** What an entity is related to, over several steps: nodes, the relations between them, and how many more each node has. */
export const getGraph = query({
  name: "graph.get",
  permission: "entity:read",
  route: { method: "GET", path: "/entity-graph", summary: "Read what an entity is related to, over several steps" },
  input: z.strictObject({
    ...entityRoute,
    depth: z.coerce.number().int().min(1).max(deepestGraph, `Ask for at most ${deepestGraph} steps`).default(2),
    direction: z.enum(["both", "outgoing", "incoming"]).default("both"),
    kind: z
      .union([kind, z.array(kind).max(50, "Choose at most 50 kinds")])
      .default([])
      .describe("Only these kinds beside the entity itself"),
    limit: z.coerce.number().int().min(1).max(mostNodes, `Ask for at most ${mostNodes} nodes`).default(150),
    perNode: z.coerce.number().int().min(1).max(100).default(20).describe("Relations followed from one node each way"),
  }),
  output: EntityGraph,
  async run({ ctx, tx, input }) {
    const { blueprint, identifier, kind: kinds, ...bounds } = input;
    const statement = graphStatement(ctx.org.id, { blueprint, identifier }, { ...bounds, kinds: [kinds].flat() });
    const [row] = await tx.execute<Row>(statement);
    const nodes = row?.nodes ?? [];
    const root = nodes.find((node) => node.depth === 0);
    if (row === undefined || root === undefined)
      throw new AppError("not_found", `There is no ${blueprint} ${identifier} in the catalog.`);
    const kindOf = new Map(nodes.map((node) => [node.id, node.blueprint]));
    const titles = await readRelationTitles(tx, ctx.org.id, kindOf.values());
    const edges = (row.edges ?? []).map((edge) => {
      const kind = kindOf.get(edge.from) ?? "";
      const label = labelRelation(titles, { type: edge.type, direction: "outgoing" }, [kind]);
      return { ...edge, label, inverseTitle: titles.get(kind)?.get(edge.type)?.inverseTitle ?? null };
    });
    const rest = restOf(row.counts ?? [], edges).map((more) => ({ ...more, label: labelRest(titles, kindOf, more) }));
    return { root: root.id, nodes, edges, rest, isComplete: row.isComplete };
  },
});

/** What states relations that are not drawn is not known; it is called what the kinds that are drawn call it. */
function labelRest(titles: RelationTitles, kindOf: Map<string, string>, rest: Omit<GraphRest, "label">): string {
  const stating = [...titles].filter(([, named]) => named.has(rest.type)).map(([kind]) => kind);
  return labelRelation(titles, rest, rest.direction === "outgoing" ? [kindOf.get(rest.node) ?? ""] : stating);
}

/** What each node has more than is drawn. */
function restOf(counts: Omit<GraphRest, "label">[], edges: GraphEdge[]): Omit<GraphRest, "label">[] {
  const drawn = new Map<string, number>();
  const add = (key: string) => drawn.set(key, (drawn.get(key) ?? 0) + 1);
  for (const { from, to, type } of edges) {
    add(`outgoing ${type} ${from}`);
    add(`incoming ${type} ${to}`);
  }
  return counts
    .map(({ count, ...rest }) => ({
      ...rest,
      count: count - (drawn.get(`${rest.direction} ${rest.type} ${rest.node}`) ?? 0),
    }))
    .filter((rest) => rest.count > 0)
    .sort((one, other) => other.count - one.count || one.type.localeCompare(other.type));
}
