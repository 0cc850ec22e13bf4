import { makeEntity } from "#lib/catalog/entities/make-entity.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { makeRandom } from "../random.ts";
import { definitions } from "./definitions.ts";
import { people } from "./people.ts";
import { libraries, type Service, services } from "./services.ts";
import { domains, systems, teams } from "./teams.ts";

const storeNames = {
  postgres: "PostgreSQL",
  redis: "Redis",
  opensearch: "OpenSearch",
  clickhouse: "ClickHouse",
} as const;

// How carefully a team keeps its descriptions, from 0 to 1: a catalog in which everybody does equally well teaches nothing.
const care: Record<string, number> = {
  payments: 0.95,
  ledger: 0.9,
  foundation: 0.9,
  identity: 0.85,
  checkout: 0.75,
  search: 0.7,
  risk: 0.6,
  catalogue: 0.6,
  data: 0.5,
  messaging: 0.45,
  fulfilment: 0.4,
  merchants: 0.3,
};
// A reorganization left these without anybody, or with a team that no longer exists.
const orphans = new Set(["gift-cards", "reviews"]);
const formerTeam = new Set(["build-cache"]);
const undescribed = new Set(["address-check", "labels", "tracking-pages", "suggest"]);

function blank(
  blueprint: string,
  identifier: string,
  title: string,
  parts: Partial<ImportedEntity> = {},
): ImportedEntity {
  return makeEntity({ blueprint, identifier, title, ...parts });
}

function owned(owner: string, parts: Partial<ImportedEntity> = {}): Partial<ImportedEntity> {
  return {
    ...parts,
    ownerRef: `group:${owner}`,
    relations: [{ type: "ownedBy", blueprint: "group", identifier: owner }, ...(parts.relations ?? [])],
  };
}

const partOf = (blueprint: string, identifier: string) => ({ type: "partOf", blueprint, identifier });

/** The whole catalog of Harbourline, the same each time. */
export function harbourlineCatalog(): ImportedEntity[] {
  return [...organization(), ...services.flatMap(describeService), ...libraries.map(describeLibrary)];
}

function organization(): ImportedEntity[] {
  return [
    ...domains.map((domain) =>
      blank("domain", domain.identifier, domain.title, owned(domain.owner, { description: domain.description })),
    ),
    ...teams.map((team) =>
      blank("group", team.identifier, team.title, {
        description: team.description,
        type: "team",
        properties: { channel: `#team-${team.identifier}`, email: `${team.identifier}@harbourline.example` },
        relations: [partOf("domain", team.domain)],
        origin: { file: `org/teams/${team.identifier}.yaml`, line: 1 },
      }),
    ),
    ...people.map((person) =>
      blank("user", person.identifier, person.name, {
        properties: { email: `${person.identifier}@harbourline.example`, isLead: person.lead === true },
        relations: [{ type: "memberOf", blueprint: "group", identifier: person.team }],
        origin: { file: "org/people.yaml", line: null },
      }),
    ),
    ...systems.map((system) =>
      blank(
        "system",
        system.identifier,
        system.title,
        owned(system.owner, { description: system.description, relations: [partOf("domain", system.domain)] }),
      ),
    ),
  ];
}

function describeService(service: Service): ImportedEntity[] {
  const random = makeRandom(`describe ${service.name}`);
  const effort = (care[service.owner] ?? 0.5) + (service.tier === 1 ? 0.1 : service.tier === 3 ? -0.25 : 0);
  const did = (share: number) => random.next() < Math.min(0.97, effort * share);
  const annotations: Record<string, string> = {};
  if (did(1.6)) annotations["github.com/project-slug"] = `harbourline/${service.name}`;
  if (did(1.15)) annotations["backstage.io/techdocs-ref"] = "dir:.";
  if (did(1.0)) annotations["pagerduty.com/service-id"] = `P${random.whole(100000, 999999)}`;
  const links = [];
  if (did(1.5))
    links.push({ url: `https://grafana.harbourline.example/d/${service.name}`, title: "Dashboard", type: "dashboard" });
  if (did(0.95))
    links.push({ url: `https://runbooks.harbourline.example/${service.name}`, title: "Runbook", type: "runbook" });
  const origin = { file: `services/${service.name}/catalog-info.yaml`, line: 1 };
  const relations = [
    partOf("system", service.system),
    ...(service.uses ?? []).map((name) => ({ type: "dependsOn", blueprint: "component", identifier: name })),
    ...(service.uses ?? []).filter(hasApi).map((name) => ({ type: "consumesApi", blueprint: "api", identifier: name })),
    ...(service.api === undefined ? [] : [{ type: "providesApi", blueprint: "api", identifier: service.name }]),
    ...(service.store === undefined
      ? []
      : [{ type: "dependsOn", blueprint: "resource", identifier: `${service.name}-${service.store}` }]),
    ...(service.topics ?? []).map((topic) => ({ type: "dependsOn", blueprint: "resource", identifier: topic })),
  ];
  const parts: Partial<ImportedEntity> = {
    description: undescribed.has(service.name) ? null : service.description,
    lifecycle: service.lifecycle ?? "production",
    type: "service",
    tags: [service.language, ...(service.tags ?? [])],
    labels: { tier: String(service.tier) },
    annotations,
    links,
    properties: {
      language: service.language,
      tier: service.tier,
      ...(did(1.2) ? { sloPercent: service.tier === 1 ? 99.95 : 99.5 } : {}),
    },
    relations,
    origin,
  };
  const owner = orphans.has(service.name) ? null : formerTeam.has(service.name) ? "developer-tools" : service.owner;
  const component = blank("component", service.name, service.name, owner === null ? parts : owned(owner, parts));
  return [component, ...describeApi(service), ...describeResources(service)];
}

function hasApi(name: string): boolean {
  return services.some((service) => service.name === name && service.api !== undefined);
}

function describeApi(service: Service): ImportedEntity[] {
  if (service.api === undefined) return [];
  const definition = definitions[service.name];
  return [
    blank(
      "api",
      service.name,
      `${service.name} API`,
      owned(service.owner, {
        description: `How others call ${service.name}.`,
        lifecycle: service.lifecycle ?? "production",
        type: service.api,
        tags: service.tags?.includes("pci") ? ["pci"] : [],
        properties: definition === undefined ? {} : { definition },
        relations: [partOf("system", service.system)],
        origin: { file: `services/${service.name}/catalog-info.yaml`, line: 34 },
      }),
    ),
  ];
}

function describeResources(service: Service): ImportedEntity[] {
  const file = `services/${service.name}/catalog-info.yaml`;
  const stores =
    service.store === undefined
      ? []
      : [
          {
            identifier: `${service.name}-${service.store}`,
            type: service.store === "redis" ? "cache" : "database",
            description: `${storeNames[service.store]} of ${service.name}.`,
          },
        ];
  const topics = (service.topics ?? []).map((topic) => ({
    identifier: topic,
    type: "topic",
    description: `Kafka topic that ${service.name} writes.`,
  }));
  return [...stores, ...topics].map(({ identifier, type, description }) =>
    blank(
      "resource",
      identifier,
      identifier,
      owned(service.owner, {
        description,
        type,
        lifecycle: "production",
        relations: [partOf("system", service.system)],
        origin: { file, line: 52 },
      }),
    ),
  );
}

function describeLibrary(library: (typeof libraries)[number]): ImportedEntity {
  return blank(
    "component",
    library.name,
    library.name,
    owned(library.owner, {
      description: library.description,
      type: "library",
      lifecycle: library.lifecycle ?? "production",
      tags: [library.language],
      annotations: { "github.com/project-slug": `harbourline/${library.name}` },
      properties: { language: library.language },
      relations: [partOf("system", library.system)],
      origin: { file: `libraries/${library.name}/catalog-info.yaml`, line: 1 },
    }),
  );
}
