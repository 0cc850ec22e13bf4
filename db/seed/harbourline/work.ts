import type { Random } from "../random.ts";
import type { TeamName } from "./teams.ts";

const things: Record<TeamName, string[]> = {
  payments: [
    "3DS challenges",
    "card tokens",
    "wallet sessions",
    "partial captures",
    "acquirer failover",
    "mandate renewals",
    "refund reasons",
    "bank returns",
  ],
  ledger: [
    "settlement files",
    "payout schedules",
    "balance snapshots",
    "reversal postings",
    "tax rates",
    "currency rounding",
    "invoice numbers",
    "fee splits",
  ],
  risk: [
    "velocity limits",
    "device fingerprints",
    "dispute evidence",
    "sanction list updates",
    "KYC document retention",
    "merchant re-checks",
    "score explanations",
  ],
  checkout: [
    "express checkout",
    "address suggestions",
    "voucher stacking",
    "abandoned carts",
    "order confirmations",
    "split deliveries",
    "guest accounts",
  ],
  catalogue: [
    "product variants",
    "stock reservations",
    "price histories",
    "image alt texts",
    "import errors",
    "size charts",
    "supplier feeds",
  ],
  search: [
    "synonyms",
    "zero-result pages",
    "ranking signals",
    "typo tolerance",
    "facet counts",
    "index rebuilds",
    "similar items",
  ],
  fulfilment: [
    "carrier label retries",
    "pick-up points",
    "customs papers",
    "return labels",
    "delivery promises",
    "tracking webhooks",
    "parcel weights",
  ],
  foundation: [
    "canary steps",
    "certificate rotation",
    "rate limits",
    "flag audits",
    "rollback thresholds",
    "build cache keys",
    "credential leases",
  ],
  identity: [
    "passkey enrolment",
    "session renewal",
    "account merging",
    "consent withdrawal",
    "staff roles",
    "recovery codes",
    "sign-in throttling",
  ],
  data: [
    "late events",
    "schema checks",
    "hourly loads",
    "feature freshness",
    "topic compaction",
    "report deadlines",
    "replay windows",
  ],
  messaging: [
    "quiet hours",
    "bounce handling",
    "receipt templates",
    "unsubscribe links",
    "push tokens",
    "campaign pacing",
  ],
  merchants: [
    "merchant onboarding v2",
    "payout explanations",
    "document previews",
    "bulk order edits",
    "contract signing",
    "help search",
  ],
};

const phrases = [
  "Retry {x} on timeout",
  "Move {x} to the batch writer",
  "Cache {x} for a minute",
  "Say why {x} failed",
  "Validate {x} before storing",
  "Speed up {x}",
  "Make {x} idempotent",
  "Remove the old path for {x}",
  "Add metrics for {x}",
  "Split {x} by country",
  "Fix rounding in {x}",
  "Test {x} with real samples",
  "Time out {x} after 2 s",
  "Page {x} by cursor",
  "Handle empty {x}",
  "Tidy up {x}",
  "Backfill {x} of 2024",
  "Ask before {x} change",
];
const repairs = [
  "Guard against missing {x}",
  "Restore the index for {x}",
  "Undo the new default for {x}",
  "Fix null in {x}",
  "Raise the pool size for {x}",
];
const packages = [
  "pino",
  "ktor",
  "grpc",
  "tokio",
  "opentelemetry",
  "jackson",
  "numpy",
  "openssl",
  "react",
  "kotlinx-coroutines",
  "zod",
  "postgres driver",
];
const symptoms = [
  "error rate above 2 %",
  "p99 above 3 s",
  "queue growing",
  "timeouts",
  "wrong totals",
  "crash loop after rollout",
  "duplicate messages",
];

/** Titles of changes and incidents, as people who are in a hurry write them. */
export function changeTitle(team: TeamName, random: Random): string {
  return random.pick(phrases).replace("{x}", random.pick(things[team]));
}
export function repairTitle(team: TeamName, random: Random): string {
  return random.pick(repairs).replace("{x}", random.pick(things[team]));
}
export function bumpTitle(random: Random): string {
  return `Bump ${random.pick(packages)} to ${random.whole(1, 9)}.${random.whole(0, 20)}.${random.whole(0, 9)}`;
}
export function symptomTitle(service: string, random: Random): string {
  return `${service}: ${random.pick(symptoms)}`;
}
