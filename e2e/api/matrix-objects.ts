export type ObjectKind = keyof typeof objectKinds;

/** What stands for a thing in an address: a real one of Harbourline, and one that is nowhere.
 * The foreign one is found by the test. `isEverywhere`: every organization has one of this name. */
export const objectKinds = {
  entity: { own: "component/card-vault", missing: "component/no-such-thing" },
  blueprint: { own: "component", missing: "no-such-kind", isEverywhere: true },
  scorecard: { own: "ownership-and-docs", missing: "no-such-scorecard", isEverywhere: true },
  action: { own: "create-service", missing: "no-such-action", isEverywhere: true },
  run: { missing: "987654" },
  repository: { missing: "no-such-repository" },
  import: { missing: "0190c0de-0000-7000-8000-000000000001" },
  source: { missing: "0190c0de-0000-7000-8000-00000000000d" },
  member: { missing: "0190c0de-0000-7000-8000-000000000002" },
  key: { missing: "0190c0de-0000-7000-8000-000000000003" },
  secret: { missing: "0190c0de-0000-7000-8000-000000000004" },
  webhook: { missing: "0190c0de-0000-7000-8000-000000000005" },
  delivery: { missing: "0190c0de-0000-7000-8000-000000000006" },
  job: { missing: "987654321" },
  session: { missing: "0190c0de-0000-7000-8000-000000000007" },
  invitation: { missing: "0190c0de-0000-7000-8000-00000000000a" },
  identity: { missing: "0190c0de-0000-7000-8000-000000000009" },
  team: { missing: "0190c0de-0000-7000-8000-00000000000b" },
  view: { missing: "0190c0de-0000-7000-8000-00000000000c" },
  serviceAccount: { missing: "0190c0de-0000-7000-8000-000000000008" },
} satisfies Record<string, { own?: string; missing: string; isEverywhere?: true }>;
