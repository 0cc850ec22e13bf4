type Pair = { forward: string; backward: string; forwardLabel: string; backwardLabel: string; isDependency?: true };

/**
 * Every relation type that has a name from its other end too. The forward name is the one that is stored when both ends state the
 * same relation. The only such table.
 */
const pairs: Pair[] = [
  { forward: "ownedBy", backward: "ownerOf", forwardLabel: "owned by", backwardLabel: "owned by this" },
  {
    forward: "dependsOn",
    backward: "dependencyOf",
    forwardLabel: "depends on",
    backwardLabel: "depends on this",
    isDependency: true,
  },
  {
    forward: "consumesApi",
    backward: "apiConsumedBy",
    forwardLabel: "uses API",
    backwardLabel: "uses this API",
    isDependency: true,
  },
  {
    forward: "providesApi",
    backward: "apiProvidedBy",
    forwardLabel: "provides API",
    backwardLabel: "provides this API",
  },
  { forward: "partOf", backward: "hasPart", forwardLabel: "part of", backwardLabel: "part of this" },
  { forward: "childOf", backward: "parentOf", forwardLabel: "child of", backwardLabel: "child of this" },
  { forward: "memberOf", backward: "hasMember", forwardLabel: "member of", backwardLabel: "member" },
];

type Name = { inverse: string; label: string; isBackward: boolean; isDependency: boolean; rank: number };

const names = new Map<string, Name>(
  pairs.flatMap((pair, rank): [string, Name][] => {
    const shared = { isDependency: pair.isDependency ?? false, rank };
    return [
      [pair.forward, { ...shared, inverse: pair.backward, label: pair.forwardLabel, isBackward: false }],
      [pair.backward, { ...shared, inverse: pair.forward, label: pair.backwardLabel, isBackward: true }],
    ];
  }),
);

/** The name of a relation type read from the other end, or null when it has none. */
export function inverseRelation(type: string): string | null {
  return names.get(type)?.inverse ?? null;
}

/** Whether a type is the one that is left out when both ends state the same relation. */
export function isBackwardRelation(type: string): boolean {
  return names.get(type)?.isBackward ?? false;
}

/** A relation as seen from one of its ends. */
export type SeenRelation = {
  /** The type as read from here: a stored `dependsOn` is `dependencyOf` for what is depended on. */
  type: string;
  /** In words, said of the thing at the other end. */
  label: string;
  /** Where the other end stands: `before` needs this one, `after` is what this one needs or belongs to. */
  side: "before" | "after";
  isDependency: boolean;
  /** The order in which relations are shown. */
  rank: number;
};

/** How a stored relation reads from one of its ends: `outgoing` from the entity that states it, `incoming` from the one it names. */
export function readRelation(type: string, direction: "outgoing" | "incoming"): SeenRelation {
  const seen = direction === "outgoing" ? type : (inverseRelation(type) ?? type);
  const name = names.get(seen);
  if (name !== undefined) {
    return {
      type: seen,
      label: name.label,
      side: name.isBackward ? "before" : "after",
      isDependency: name.isDependency,
      rank: name.rank,
    };
  }
  const words = type.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  const isHere = direction === "outgoing";
  return {
    type: isHere ? type : `${type} (from there)`,
    label: isHere ? words : `${words} this`,
    side: isHere ? "after" : "before",
    isDependency: false,
    rank: pairs.length,
  };
}
