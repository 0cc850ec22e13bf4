import type { BlueprintDefinition, RelationDefinition } from "#lib/catalog/blueprints/schema.ts";
import type { PathStep } from "#lib/catalog/derived/schema.ts";

/** The kinds of an organization, as far as paths and derived properties go. */
export type Kinds = ReadonlyMap<string, { definition: BlueprintDefinition }>;

/** The kinds that a path leads to, step by step; or the step that leads nowhere and why. */
export type FollowedPath =
  | { ok: true; hops: string[][]; isMany: boolean }
  | { ok: false; step: number; message: string };

// Every kind can have an owner, whether or not it says so.
const ownedBy = { identifier: "ownedBy", targets: ["group", "user"], isMany: true };

function relationsOf(kinds: Kinds, kind: string): Pick<RelationDefinition, "identifier" | "targets" | "isMany">[] {
  const relations = kinds.get(kind)?.definition.relations ?? [];
  return relations.some(({ identifier }) => identifier === "ownedBy") ? relations : [...relations, ownedBy];
}

/**
 * Follows a path over blueprints: relations that are not declared lead nowhere, so that what a path can reach is known before there is a
 * single entity. With `isAnyDepth` its last step is followed on and on, and the last hop has everything that it can ever reach.
 */
export function followPath(kinds: Kinds, start: string, path: PathStep[], isAnyDepth = false): FollowedPath {
  const hops: string[][] = [];
  let isMany = false;
  let from = [start];
  for (const [index, step] of path.entries()) {
    const found = followStep(kinds, from, step);
    if (!found.ok) return { ok: false, step: index, message: found.message };
    const reached = isAnyDepth && index === path.length - 1 ? closure(kinds, found, step) : found;
    isMany ||= reached.isMany;
    from = reached.kinds;
    hops.push(from);
  }
  return { ok: true, hops, isMany };
}

type Found = { kinds: string[]; isMany: boolean };
type FollowedStep = ({ ok: true } & Found) | { ok: false; message: string };

function followStep(kinds: Kinds, from: string[], step: PathStep): FollowedStep {
  const unknown = step.kinds.find((kind) => !kinds.has(kind));
  if (unknown !== undefined) return { ok: false, message: `There is no kind ${unknown}` };
  const reached = new Set<string>();
  let isKnown = false;
  let isMany = step.direction === "incoming";
  const owners = step.direction === "incoming" ? [...kinds.keys()] : from;
  for (const kind of owners) {
    for (const { identifier, targets, isMany: pointsAtMany } of relationsOf(kinds, kind)) {
      if (identifier !== step.relation) continue;
      isKnown = true;
      isMany ||= pointsAtMany;
      const ends = targets.length === 0 ? [...kinds.keys()] : targets;
      if (step.direction === "outgoing") for (const end of ends) reached.add(end);
      else if (ends.some((end) => from.includes(end))) reached.add(kind);
    }
  }
  const names = from.join(" or ");
  if (!isKnown)
    return {
      ok: false,
      message:
        step.direction === "incoming"
          ? `No kind declares a relation ${step.relation}`
          : `${names} declares no relation ${step.relation}; add it to the relations of that kind first`,
    };
  const wanted = [...reached].filter((kind) => step.kinds.length === 0 || step.kinds.includes(kind));
  if (wanted.length > 0) return { ok: true, kinds: wanted, isMany };
  const direction =
    step.direction === "incoming"
      ? `points from ${step.kinds.join(" or ") || "any kind"} at ${names}`
      : `leads from ${names} to ${step.kinds.join(" or ")}`;
  return { ok: false, message: `No relation ${step.relation} ${direction}` };
}

function closure(kinds: Kinds, first: Found, step: PathStep): Found {
  const all = new Set(first.kinds);
  let { isMany } = first;
  for (const kind of all) {
    const next = followStep(kinds, [kind], step);
    if (!next.ok) continue;
    isMany ||= next.isMany;
    for (const reached of next.kinds) all.add(reached);
  }
  return { kinds: [...all], isMany };
}
