/** Every relation type that descriptors give rise to, with the name of the same relation read from its other end. */
const pairs = [
  ["ownedBy", "ownerOf"],
  ["partOf", "hasPart"],
  ["providesApi", "apiProvidedBy"],
  ["consumesApi", "apiConsumedBy"],
  ["dependsOn", "dependencyOf"],
  ["childOf", "parentOf"],
  ["memberOf", "hasMember"],
] as const;

const inverses = new Map<string, string>(
  pairs.flatMap(([forward, backward]) => [
    [forward, backward],
    [backward, forward],
  ]),
);

/** The name of a relation type read from the other end, or null when it has none. */
export function inverseRelation(type: string): string | null {
  return inverses.get(type) ?? null;
}

const backward = new Set<string>(pairs.map(([, name]) => name));

/** Whether a type is the one that is left out when both ends state the same relation. */
export function isBackwardRelation(type: string): boolean {
  return backward.has(type);
}
