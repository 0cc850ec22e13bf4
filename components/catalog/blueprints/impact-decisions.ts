import type { Misfit } from "#lib/catalog/blueprints/find-misfits.ts";
import type { Resolution } from "#lib/catalog/blueprints/resolve-misfits.ts";

/** What is to happen with what does not fit, by its path. */
export type Decisions = Record<string, Resolution>;

/** What is decided when nobody said anything: whatever can be converted is, the rest refuses the change. */
export function firstDecisions(misfits: Misfit[]): Decisions {
  return Object.fromEntries(
    misfits.map(({ path, convertible }) => [path, { path, convert: convertible > 0, otherwise: "refuse" as const }]),
  );
}

/** How many of a problem are left that refuse the change. */
export function leftOf({ path, count, convertible }: Misfit, decisions: Decisions): number {
  const decision = decisions[path];
  if (decision?.otherwise === "keep" || decision?.otherwise === "remove") return 0;
  return decision?.convert ? count - convertible : count;
}
