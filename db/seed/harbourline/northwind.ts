import { makeEntity } from "#lib/catalog/entities/make-entity.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";

/** Five entities of another organization. One shares its name with a service of Harbourline on purpose. */
export function northwindCatalog(): ImportedEntity[] {
  const ownedBy = { type: "ownedBy", blueprint: "group", identifier: "research" };
  const entity = (blueprint: string, identifier: string, parts: Partial<ImportedEntity>) =>
    makeEntity({ blueprint, identifier, ...parts });
  const service = (identifier: string, description: string, dependsOn: string[] = []) =>
    entity("component", identifier, {
      description,
      ownerRef: "group:research",
      lifecycle: "production",
      type: "service",
      tags: ["python"],
      relations: [
        ownedBy,
        ...dependsOn.map((name) => ({ type: "dependsOn", blueprint: "component", identifier: name })),
      ],
    });
  return [
    entity("group", "research", { title: "Research", type: "team", description: "Everybody at Northwind Labs." }),
    entity("user", "lea", {
      title: "Lea Sorensen",
      relations: [{ type: "memberOf", blueprint: "group", identifier: "research" }],
    }),
    service("telemetry", "Collects readings of 400 weather stations."),
    service("forecast", "Tomorrow's wind, hour by hour.", ["telemetry"]),
    service("payments-api", "Takes the money for forecasts."),
  ];
}
