import { followPath, type Kinds } from "#lib/catalog/derived/follow-path.ts";
import { readsOfCore, readsOfQuery } from "#lib/catalog/derived/reads.ts";
import type { DerivedProperty, PathStep } from "#lib/catalog/derived/schema.ts";
import { derivedTypes } from "#lib/catalog/derived/type-of-derived.ts";
import { checkValue } from "#lib/catalog/query/check-value.ts";
import { parseQuery } from "#lib/catalog/query/parse.ts";

/** Something that is worked out for the entities of a kind: a derived property, or the owner where it is inherited. */
export type Derivation = {
  kind: string;
  /** `properties.cost`, or `owner`. */
  name: string;
  /** Null for the inherited owner. */
  property: DerivedProperty | null;
  path: PathStep[];
  isAnyDepth: boolean;
  /** The kinds that can be met after each step of the path; others are passed by, or what is derived could depend on itself. */
  hops: string[][];
  isMany: boolean;
  /** Names that it reads, of the kinds named. */
  reads: { kind: string; name: string }[];
};

/**
 * Everything that is derived in an organization. What cannot be understood (a relation that has gone since) is left out:
 * `check-derived.ts` says so to whoever makes the change.
 */
export function findDerivations(kinds: Kinds): Derivation[] {
  const derivations = [...kinds].flatMap(([kind, { definition }]) => [
    ...definition.derived.flatMap((property) => derivationOf(kinds, kind, property) ?? []),
    ...(definition.ownership.type === "inherited"
      ? (inheritedOwner(kinds, kind, definition.ownership.path) ?? [])
      : []),
  ]);
  return derivations.map((derivation) => ({
    ...derivation,
    // Whoever reads all properties reads all derived ones.
    reads: derivation.reads.flatMap((read) =>
      read.name === "properties"
        ? derivations
            .filter(({ kind, property }) => kind === read.kind && property !== null)
            .map(({ kind, name }) => ({ kind, name }))
        : [read],
    ),
  }));
}

function inheritedOwner(kinds: Kinds, kind: string, path: PathStep[]): Derivation[] | null {
  const followed = followPath(kinds, kind, path);
  if (!followed.ok) return null;
  const reads = (followed.hops.at(-1) ?? []).map((end) => ({ kind: end, name: "owner" }));
  return [{ kind, name: "owner", property: null, path, isAnyDepth: false, ...followed, reads }];
}

function derivationOf(kinds: Kinds, kind: string, property: DerivedProperty): Derivation | null {
  const name = `properties.${property.identifier}`;
  if (property.kind === "calculated") {
    const reads = readsOfCalculated(kinds, kind, property).map((read) => ({ kind, name: read }));
    return { kind, name, property, path: [], isAnyDepth: false, hops: [], isMany: false, reads };
  }
  const isAnyDepth = property.kind === "aggregated" && property.isAnyDepth;
  const followed = followPath(kinds, kind, property.path, isAnyDepth);
  if (!followed.ok) return null;
  const read =
    property.kind === "mirrored"
      ? [property.field]
      : [
          ...(property.property === undefined ? [] : [`properties.${property.property}`]),
          ...readsOfFilter(property.filter),
        ];
  const reads = (followed.hops.at(-1) ?? []).flatMap((end) => read.map((one) => ({ kind: end, name: one })));
  return { kind, name, property, path: property.path, isAnyDepth, hops: followed.hops, isMany: followed.isMany, reads };
}

function readsOfFilter(filter: string): string[] {
  const parsed = filter === "" ? null : parseQuery(filter);
  return parsed?.ok ? readsOfQuery(parsed.query) : [];
}

// A program in jq is taken to read every derived property that it names anywhere, and nothing else is handed to it.
function readsOfCalculated(
  kinds: Kinds,
  kind: string,
  property: Extract<DerivedProperty, { kind: "calculated" }>,
): string[] {
  if (property.language === "jq") {
    const others = kinds.get(kind)?.definition.derived ?? [];
    const named = others.filter(({ identifier }) => wordsOf(property.expression).has(identifier));
    return [
      ...named.map(({ identifier }) => `properties.${identifier}`),
      ...(/\bowner\b/.test(property.expression) ? ["owner"] : []),
    ];
  }
  const checked = checkValue(property.expression, derivedTypes(kinds, kind));
  return checked.ok ? readsOfCore(checked.core) : [];
}

function wordsOf(text: string): Set<string> {
  return new Set(text.match(/[A-Za-z_][A-Za-z0-9_-]*/g)?.flatMap((word) => [word, ...word.split("-")]) ?? []);
}

/**
 * In which order things are derived: what reads only what is stated is 1, what reads that is 2. `cycle` names those that would need
 * themselves, from one back to it.
 */
export function orderDerivations(derivations: Derivation[]): { levels: Map<string, number>; cycle: string[] | null } {
  const byNode = new Map(derivations.map((derivation) => [nodeOf(derivation), derivation]));
  const levels = new Map<string, number>();
  const path: string[] = [];
  const visit = (node: string): string[] | null => {
    const derivation = byNode.get(node);
    if (derivation === undefined || levels.has(node)) return null;
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    path.push(node);
    let level = 1;
    for (const read of derivation.reads) {
      const cycle = visit(nodeOf(read));
      if (cycle !== null) return cycle;
      level = Math.max(level, 1 + (levels.get(nodeOf(read)) ?? 0));
    }
    path.pop();
    levels.set(node, level);
    return null;
  };
  for (const node of byNode.keys()) {
    const cycle = visit(node);
    if (cycle !== null) return { levels, cycle };
  }
  return { levels, cycle: null };
}

/** A property or the owner of a kind as one name: `service.cost`, `service.owner`. */
export function nodeOf({ kind, name }: { kind: string; name: string }): string {
  return `${kind}:${name}`;
}
