import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { makeRandom, type Random } from "./random.ts";

// What a large catalog is made of, in thousandths: mostly components, and few things that very many others point at.
const shares = { domain: 5, system: 20, group: 15, user: 80, resource: 80, api: 100, component: 700 } as const;
type Kind = keyof typeof shares;

const languages = ["go", "typescript", "kotlin", "python", "java", "rust", "ruby", "csharp"];
const lifecycles = ["production", "production", "production", "experimental", "deprecated"];
const words = [
  "order",
  "stock",
  "price",
  "ledger",
  "parcel",
  "search",
  "media",
  "consent",
  "route",
  "session",
  "report",
  "batch",
  "token",
  "quota",
  "invoice",
];
const parts = ["api", "worker", "web", "gateway", "sync", "store", "relay", "export"];

/** How many entities of each kind a catalog of this size has. */
export function syntheticCounts(total: number): Record<Kind, number> {
  const kinds = Object.keys(shares) as Kind[];
  const counts = Object.fromEntries(
    kinds.map((kind) => [kind, Math.max(1, Math.floor((total * shares[kind]) / 1000))]),
  ) as Record<Kind, number>;
  counts.component += total - kinds.reduce((sum, kind) => sum + counts[kind], 0);
  return counts;
}

/**
 * A catalog of the shape of a real one, the same for the same size: 70 % components with 23 attributes and 8 relations each. Hubs are
 * skewed: a few entities have most of the dependents, and one group has three quarters of all people (6,000 of 100,000 entities).
 */
export function* makeSyntheticEntities(total: number): Generator<ImportedEntity> {
  const counts = syntheticCounts(total);
  const random = makeRandom(`synthetic ${total}`);
  for (const kind of Object.keys(shares) as Kind[]) {
    for (let number = 0; number < counts[kind]; number += 1) yield makeEntity(kind, number, counts, random);
  }
}

function makeEntity(kind: Kind, number: number, counts: Record<Kind, number>, random: Random): ImportedEntity {
  // Low numbers are hubs.
  const hub = (target: Kind) => `${target}-${Math.floor(counts[target] * random.next() ** 3)}`;
  const to = (type: string, target: Kind) => ({ type, blueprint: target, identifier: hub(target) });
  const owner = hub("group");
  const isSoftware = kind === "component" || kind === "api" || kind === "resource";
  const word = random.pick(words);
  const language = random.pick(languages);
  const base: ImportedEntity = {
    blueprint: kind,
    identifier: `${kind}-${number}`,
    title: `${word} ${random.pick(parts)} ${number}`,
    description: `Handles ${word} ${random.pick(parts)} work for ${random.pick(words)} and ${random.pick(words)}, number ${number}.`,
    ownerRef: kind === "group" || kind === "user" || random.chance(0.06) ? null : `group:${owner}`,
    lifecycle: isSoftware ? random.pick(lifecycles) : null,
    type:
      kind === "component"
        ? random.pick(["service", "service", "website", "library"])
        : kind === "api"
          ? "openapi"
          : kind === "resource"
            ? "database"
            : null,
    tags: isSoftware ? [language, random.pick(words)] : [],
    labels: isSoftware ? { tier: String(random.whole(1, 3)), region: random.pick(["eu", "us", "apac"]) } : {},
    annotations: {},
    links: [],
    properties: {},
    relations: [],
    origin: { file: `${kind}/${Math.floor(number / 50)}.yaml`, line: (number % 50) * 30 + 1 },
  };
  if (kind === "user") {
    base.relations = [{ type: "memberOf", blueprint: "group", identifier: random.chance(0.75) ? "group-0" : owner }];
    return base;
  }
  if (kind === "group") return base;
  base.relations = base.ownerRef === null ? [] : [{ type: "ownedBy", blueprint: "group", identifier: owner }];
  if (kind === "system") base.relations.push(to("partOf", "domain"));
  if (isSoftware) {
    if (random.chance(0.7)) base.annotations["backstage.io/techdocs-ref"] = "dir:.";
    if (random.chance(0.6)) base.annotations["pagerduty.com/service-id"] = `P${random.whole(100000, 999999)}`;
    base.annotations["github.com/project-slug"] = `acme/${base.identifier}`;
    base.links = [{ url: `https://runbooks.example/${base.identifier}`, title: "Runbook", type: "runbook" }];
    base.properties = describeRuntime(language, random);
    base.relations.push(to("partOf", "system"));
    while (base.relations.length < 8) base.relations.push(softwareRelation(random, to));
  }
  return base;
}

function softwareRelation(random: Random, to: (type: string, target: Kind) => ImportedEntity["relations"][number]) {
  const where = random.next();
  if (where < 0.5) return to("dependsOn", "component");
  if (where < 0.7) return to("dependsOn", "resource");
  return where < 0.9 ? to("consumesApi", "api") : to("providesApi", "api");
}

function describeRuntime(language: string, random: Random): Record<string, unknown> {
  return {
    language,
    tier: random.whole(1, 3),
    replicas: random.whole(1, 24),
    coveragePercent: random.whole(20, 98),
    openVulnerabilities: random.whole(0, 12),
    memoryMb: 128 * random.whole(1, 32),
    sloPercent: random.pick([99, 99.5, 99.9, 99.95]),
    isPublic: random.chance(0.2),
    lastDeployAt: `2026-0${random.whole(1, 6)}-1${random.whole(0, 9)}T10:00:00Z`,
    costCents: random.whole(500, 900_000),
  };
}
