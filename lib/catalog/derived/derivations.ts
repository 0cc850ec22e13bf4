import { followPath, type Kinds } from "#lib/catalog/derived/follow-path.ts";
import { readsOfCore, readsOfQuery } from "#lib/catalog/derived/reads.ts";
import type { DerivedProperty, PathStep } from "#lib/catalog/derived/schema.ts";
import { derivedTypes } from "#lib/catalog/derived/type-of-derived.ts";
import { checkValue } from "#lib/catalog/query/elaboration/check-value.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";

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
  /** Where the step of the path is followed on and on, until something states a value itself. */
  nearest: Nearest | null;
  /** Names that it reads, of the kinds named. */
  reads: { kind: string; name: string }[];
};

/** `among` are the kinds for which the same is derived in the same way: what they have by that is passed by, only what they state counts. */
export type Nearest = { among: string[]; isOwnFirst: boolean };

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
  const among = ownersInCircle(kinds, kind, path);
  const ends =
    among.length === 0 ? (followed.hops.at(-1) ?? []) : [...new Set(among.flatMap((one) => nextOf(kinds, one, path)))];
  const reads = ends.filter((end) => !among.includes(end)).map((end) => ({ kind: end, name: "owner" }));
  const inherited = { kind, name: "owner", property: null, path, isMany: followed.isMany, reads };
  return among.length === 0
    ? [{ ...inherited, isAnyDepth: false, hops: followed.hops, nearest: null }]
    : [{ ...inherited, isAnyDepth: true, hops: [ends], nearest: { among, isOwnFirst: false } }];
}

/** The kinds that inherit their owners along the same single step as this one, from it and back to it; none where it does not lead back. */
function ownersInCircle(kinds: Kinds, kind: string, path: PathStep[]): string[] {
  if (path.length !== 1) return [];
  const reached = (from: string) => {
    const all = new Set(nextOf(kinds, from, path));
    for (const one of all) for (const next of nextOf(kinds, one, path)) all.add(next);
    return all;
  };
  return [...reached(kind)].filter((one) => reached(one).has(kind));
}

/** Where the step leads from a kind, if that kind inherits its owners along this very step. */
function nextOf(kinds: Kinds, kind: string, path: PathStep[]): string[] {
  const ownership = kinds.get(kind)?.definition.ownership;
  if (ownership?.type !== "inherited" || !isSamePath(ownership.path, path)) return [];
  const followed = followPath(kinds, kind, path);
  return followed.ok ? (followed.hops.at(-1) ?? []) : [];
}

function isSamePath(one: PathStep[], other: PathStep[]): boolean {
  const text = (path: PathStep[]) =>
    JSON.stringify(path.map(({ relation, direction, kinds }) => [relation, direction, kinds.toSorted()]));
  return text(one) === text(other);
}

function derivationOf(kinds: Kinds, kind: string, property: DerivedProperty): Derivation | null {
  const name = `properties.${property.identifier}`;
  if (property.kind === "calculated") {
    const reads = readsOfCalculated(kinds, kind, property).map((read) => ({ kind, name: read }));
    return { kind, name, property, path: [], isAnyDepth: false, hops: [], isMany: false, nearest: null, reads };
  }
  const { isAnyDepth } = property;
  const followed = followPath(kinds, kind, property.path, isAnyDepth);
  if (!followed.ok) return null;
  const read =
    property.kind === "mirrored"
      ? [property.field]
      : [
          ...(property.property === undefined ? [] : [`properties.${property.property}`]),
          ...readsOfFilter(property.filter),
        ];
  const ends = followed.hops.at(-1) ?? [];
  const nearest = property.kind === "mirrored" && isAnyDepth ? nearestOf(kinds, kind, ends, property) : null;
  const from = nearest?.isOwnFirst ? [...new Set([kind, ...ends])] : ends;
  const reads = from
    .filter((end) => nearest?.among.includes(end) !== true)
    .flatMap((end) => read.map((one) => ({ kind: end, name: one })));
  return {
    kind,
    name,
    property,
    path: property.path,
    isAnyDepth,
    hops: followed.hops,
    isMany: followed.isMany,
    nearest,
    reads,
  };
}

type Mirrored = Extract<DerivedProperty, { kind: "mirrored" }>;

/** The kinds among what a mirrored property leads to, itself included, that have what it mirrors only by mirroring it themselves. */
export function nearestOf(kinds: Kinds, kind: string, ends: string[], mirrored: Mirrored): Nearest {
  const among = [...new Set([kind, ...ends])].filter((end) =>
    kinds.get(end)?.definition.derived.some((other) => isSameMirror(other, mirrored)),
  );
  return { among, isOwnFirst: mirrored.isOwnFirst };
}

/** Whether a property is what another one mirrors, mirrored by itself in the same way. */
function isSameMirror(property: DerivedProperty, { field, path }: Mirrored): boolean {
  return (
    property.kind === "mirrored" &&
    property.isAnyDepth &&
    field === `properties.${property.identifier}` &&
    property.field === field &&
    isSamePath(property.path, path)
  );
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
