import type { PlantedBreak } from "./planted-breaks.ts";

const ownKind = "lib/catalog/derived/own-kind.test.ts";

/** What could be taken away from values along the own kind, and from what is told of scorecards that change. */
export const plantedInDerived: PlantedBreak[] = [
  {
    name: "a change at the top reaches only the next below",
    file: "lib/catalog/derived/find-affected.ts",
    find: "n.owner_ref is null or n.owner_from is not null",
    replace: "n.owner_ref is null",
    test: ownKind,
  },
  {
    name: "what somebody inherits counts like what they state",
    file: "lib/catalog/derived/value-sql.ts",
    find: "(${of}.owner_from is null or ${of}.blueprint",
    replace: "(true or ${of}.blueprint",
    test: ownKind,
  },
  {
    name: "what was visited is visited again",
    file: "lib/catalog/derived/nearest-sql.ts",
    find: "left join unnest(w.seen) s(id) on s.id = r.${far}",
    replace: "left join unnest(w.seen) s(id) on s.id = r.${far} and false",
    test: ownKind,
  },
  {
    name: "it is not looked whether one is nearer",
    file: "lib/catalog/derived/nearest-sql.ts",
    find: "filter (where not m.is_again and not m.states and m.goes_on)",
    replace: "filter (where not m.is_again and m.goes_on)",
    test: ownKind,
  },
  {
    name: "a kind that changes leaves those that go through it as they are",
    file: "lib/catalog/derived/recompute-kinds.ts",
    find: "if (nearest !== null && kinds.has(other)",
    replace: "if (nearest !== null && !kinds.has(other)",
    test: "lib/catalog/derived/own-kind-changes.test.ts",
  },
  {
    name: "levels of a changed scorecard are compared by rank",
    file: "lib/scorecards/evaluation/announce-drops.ts",
    find: "isOfChanged ? levelAmongNew(had, changed) : had",
    replace: "had",
    test: "lib/scorecards/scorecards/announced-drops.test.ts",
  },
  {
    name: "a number that is too large is taken",
    file: "lib/web/rest/body-limits.ts",
    find: "&& !Number.isFinite(current)",
    replace: "&& Number.isNaN(current)",
    test: "lib/web/rest/body-limits.test.ts",
  },
  {
    name: "a kind that is being designed has the properties that are stored",
    file: "lib/catalog/queries/kinds-of-properties.ts",
    find: "if (written === undefined) return stored;",
    replace: 'if (written === undefined || orgId !== "") return stored;',
    test: "lib/catalog/queries/queries.test.ts",
  },
];
