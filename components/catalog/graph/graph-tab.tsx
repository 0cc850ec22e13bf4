import type { GraphParameters, GraphSearch } from "#components/catalog/graph/graph-search.ts";
import { RelationGraph } from "#components/catalog/graph/relation-graph.tsx";
import { kindName } from "#components/catalog/kind-name.ts";
import { Facets } from "#components/patterns/facets.tsx";
import { listHref } from "#components/patterns/list-href.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/graph/graph-tab.ts";
import { type EntityGraph, mostNodes } from "#lib/catalog/graph/schema.ts";

type Props = { org: string; href: string; parameters: GraphParameters; search: GraphSearch; graph: EntityGraph };

/** How far and which way the graph goes, and the graph. */
export function GraphTab({ org, href, parameters, search, graph }: Props) {
  const to = (changes: GraphParameters) => listHref(href, parameters, changes);
  const kinds = new Map<string, number>(search.kind.map((kind) => [kind, 0]));
  for (const node of graph.nodes) kinds.set(node.blueprint, (kinds.get(node.blueprint) ?? 0) + 1);
  const undrawn = graph.rest.reduce((sum, { node, count }) => (node === graph.root ? sum + count : sum), 0);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Segmented
          label={words.howManySteps}
          value={String(search.depth)}
          items={["1", "2", "3", "4", "5"].map((depth) => ({
            value: depth,
            label: depth === "1" ? words.oneStep : depth,
            href: to({ depth: depth === "1" ? undefined : depth }),
          }))}
        />
        <Segmented
          label={words.whichWay}
          value={search.direction}
          items={[
            { value: "both", label: words.bothWays, href: to({ direction: undefined }) },
            { value: "outgoing", label: words.whatItNeeds, href: to({ direction: "outgoing" }) },
            { value: "incoming", label: words.whatNeedsIt, href: to({ direction: "incoming" }) },
          ]}
        />
        <details className="relative">
          <summary className="flex h-[26px] cursor-pointer items-center rounded-2 border border-line-2 bg-panel px-[9px] text-12 font-500 shadow-1 hover:bg-hover">
            {search.kind.length === 0 ? words.allKinds : words.kinds(search.kind.length)}
          </summary>
          <div className="floating absolute top-8 left-0 z-20 w-[220px] p-3">
            <Facets
              groups={[
                {
                  param: "kind",
                  title: words.onlyTheseKinds,
                  options: [...kinds].map(([value, count]) => ({
                    value,
                    label: kindName({ blueprint: value, type: null }),
                    count,
                  })),
                },
              ]}
            />
          </div>
        </details>
      </div>
      {/* What it says may be long: it has a line of its own, with the hint at its end. */}
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 text-12 text-text-3">
        <p role="status">
          {words.shown(graph.nodes.length, graph.isComplete, undrawn)}{" "}
          {search.limit < mostNodes && (undrawn > 0 || !graph.isComplete) ? (
            <TextLink href={to({ nodes: String(mostNodes) })}>{words.drawUpTo(mostNodes)}</TextLink>
          ) : null}
        </p>
        <p className="phone:hidden">{words.arrowKeysWalk}</p>
      </div>
      <RelationGraph key={graph.root} org={org} graph={graph} />
    </div>
  );
}
