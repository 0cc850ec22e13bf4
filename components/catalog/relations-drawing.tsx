import type { ReactNode } from "react";
import { BlueprintIcon, KindIcon } from "#components/catalog/blueprint-icon.tsx";
import type { DrawnRelation, DrawnSide } from "#components/catalog/drawn-relations.ts";
import { entityHref } from "#components/catalog/entity-href.ts";
import { kindName } from "#components/catalog/kind-name.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Ellipsis } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";
import * as words from "#components/words/catalog/relations-drawing.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";

const slots = 4;
const nodeHeight = 40;
const step = 58;

type Node = { kind: "entity"; relation: DrawnRelation } | { kind: "more"; count: number };
type Props = { org: string; entity: EntityDetail; before: DrawnSide; after: DrawnSide; allHref: string };

/**
 * Left who needs it, in the middle itself, right what it needs. Nodes are HTML at a known height and only the curves between them are
 * drawn and stretched, so that text keeps its size at any width.
 */
export function RelationsDrawing({ org, entity, before, after, allHref }: Props) {
  const [left, right] = [nodesOf(before), nodesOf(after)];
  const height = (Math.max(left.length, right.length, 1) - 1) * step + nodeHeight;
  const detail =
    [entity.owner?.title, tierOf(entity)].filter(Boolean).join(" · ") ||
    kindName({ blueprint: entity.blueprint.identifier, type: entity.type });
  return (
    <div
      className="grid grid-cols-[minmax(104px,150px)_minmax(24px,1fr)_minmax(112px,164px)_minmax(24px,1fr)_minmax(104px,150px)] items-center"
      style={{ height }}
    >
      <Side
        org={org}
        nodes={left}
        label={words.whatNeedsThis}
        allHref={allHref}
        moreText={before.items.every((item) => item.isDependency) ? words.needThis : words.pointHere}
      />
      <Curves nodes={left} height={height} side="before" />
      <div className="flex h-11 min-w-0 items-center gap-2.5 rounded-2 bg-accent px-3 text-on-accent">
        <BlueprintIcon icon={entity.blueprint.icon} />
        <span className="grid min-w-0">
          <span className="cut text-12 font-550">{entity.title}</span>
          <span className="cut text-11">{detail}</span>
        </span>
      </div>
      <Curves nodes={right} height={height} side="after" />
      <Side
        org={org}
        nodes={right}
        label={words.whatThisNeeds}
        allHref={allHref}
        moreText={after.items.every((item) => item.isDependency) ? words.neededHere : words.fromHere}
      />
    </div>
  );
}

function nodesOf(side: DrawnSide): Node[] {
  const shown = side.count > slots ? side.items.slice(0, slots - 1) : side.items;
  const nodes: Node[] = shown.map((relation) => ({ kind: "entity", relation }));
  if (side.count > shown.length) nodes.push({ kind: "more", count: side.count - shown.length });
  return nodes;
}

function tierOf(entity: EntityDetail): string | null {
  const tier = entity.properties["tier"] ?? entity.labels["tier"];
  return typeof tier === "number" || typeof tier === "string" ? words.tier(tier) : null;
}

function Side({
  org,
  nodes,
  label,
  allHref,
  moreText,
}: {
  org: string;
  nodes: Node[];
  label: string;
  allHref: string;
  moreText: string;
}) {
  return (
    <ul aria-label={label} className="grid min-w-0" style={{ rowGap: step - nodeHeight }}>
      {nodes.map((node) =>
        node.kind === "more" ? (
          <li key="more">
            <Card
              href={allHref}
              icon={<Ellipsis aria-hidden />}
              title={words.more(node.count)}
              detail={moreText}
              dashed
            />
          </li>
        ) : (
          <li key={node.relation.id}>
            <Card
              href={node.relation.isDangling ? undefined : entityHref(org, node.relation)}
              icon={<KindIcon blueprint={node.relation.blueprint} />}
              title={node.relation.title}
              detail={node.relation.isDangling ? words.notInTheCatalog : node.relation.label}
              dashed={node.relation.isDangling}
            />
          </li>
        ),
      )}
    </ul>
  );
}

function Card({
  href,
  icon,
  title,
  detail,
  dashed,
}: {
  href: string | undefined;
  icon: ReactNode;
  title: string;
  detail: string;
  dashed: boolean;
}) {
  const classes = classNames(
    "flex min-w-0 items-center gap-2 rounded-2 border px-2.5 [&>.lucide]:text-text-3",
    dashed ? "border-dashed border-line-control bg-sunken" : "border-line-2 bg-panel",
    href !== undefined && "motion-fast hover:bg-hover",
  );
  const content = (
    <>
      {icon}
      <span className="grid min-w-0 leading-[15px]">
        <span className="cut text-12 font-550" title={title}>
          {title}
        </span>
        <span className="cut text-11 text-text-3">{detail}</span>
      </span>
    </>
  );
  if (href === undefined) {
    return (
      <div className={classes} style={{ height: nodeHeight }}>
        {content}
      </div>
    );
  }
  return (
    <Link href={href} className={classes} style={{ height: nodeHeight }}>
      {content}
    </Link>
  );
}

function Curves({ nodes, height, side }: { nodes: Node[]; height: number; side: "before" | "after" }) {
  const middle = height / 2;
  const top = (height - ((nodes.length - 1) * step + nodeHeight)) / 2;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      className="h-full w-full"
      style={{ height }}
    >
      <title>{words.relations}</title>
      {nodes.map((node, index) => {
        const end = top + index * step + nodeHeight / 2;
        const [from, to] = side === "before" ? [end, middle] : [middle, end];
        const isLoose = node.kind === "more" || node.relation.isDangling;
        return (
          <path
            key={node.kind === "more" ? "more" : node.relation.id}
            d={`M0 ${from}C55 ${from} 45 ${to} 100 ${to}`}
            fill="none"
            stroke="var(--line-control)"
            strokeWidth={1.3}
            strokeDasharray={isLoose ? "3 4" : undefined}
            vectorEffect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}
