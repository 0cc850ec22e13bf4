import type { DerivedProperty, PathStep } from "#lib/catalog/derived/schema.ts";

/** How a derived property is worked out, in one line: an expression, a path, or what is taken of what. */
export function describeDerived(property: DerivedProperty): string {
  if (property.kind === "calculated") return property.expression;
  if (property.kind === "mirrored") return describeMirrored(property);
  const of = property.property === undefined ? "" : ` of ${property.property}`;
  const depth = property.isAnyDepth ? ", at any depth" : "";
  const filter = property.filter === "" ? "" : `, where ${property.filter}`;
  return `${property.function}${of} over ${describePath(property.path)}${depth}${filter}`;
}

function describeMirrored({
  path,
  field,
  isAnyDepth,
  isOwnFirst,
}: Extract<DerivedProperty, { kind: "mirrored" }>): string {
  if (!isAnyDepth) return `${describePath(path)} → ${field}`;
  const own = isOwnFirst ? `${field}, or ` : "";
  return `${own}the nearest along ${describePath(path)} with ${field}`;
}

/** A path in one line: `incoming partOf (component) → ownedBy`. */
export function describePath(path: PathStep[]): string {
  return path
    .map(({ relation, direction, kinds }) => {
      const name = direction === "incoming" ? `incoming ${relation}` : relation;
      return kinds.length === 0 ? name : `${name} (${kinds.join(", ")})`;
    })
    .join(" → ");
}
