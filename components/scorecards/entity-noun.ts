/** What to call the scored things: by their kind when all are of one, otherwise entities. */
export function entityNoun(things: readonly { blueprint: string }[], count: number): string {
  const [first] = things;
  const isOneKind = first !== undefined && things.every((thing) => thing.blueprint === first.blueprint);
  const noun = isOneKind ? first.blueprint : "entity";
  if (count === 1) return noun;
  return noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
