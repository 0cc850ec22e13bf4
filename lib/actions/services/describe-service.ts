import { stringify } from "yaml";
import type { ServiceInputs } from "#lib/actions/services/schema.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";

const kinds = {
  "node-http-service": { type: "service", tags: ["http", "node"] },
  "static-docs": { type: "documentation", tags: ["docs"] },
} as const;

/**
 * A new service as a catalog entity and as its own `catalog-info.yaml`. Both are made from the same values, so that importing the
 * repository later finds nothing changed.
 */
export function describeService(
  inputs: ServiceInputs,
  place: { runNumber: number; repositoryUrl: string },
): { entity: ImportedEntity; yaml: string } {
  const kind = kinds[inputs.template];
  const labels: Record<string, string> = {
    "data-class": inputs.dataClass,
    ...(inputs.region === undefined ? {} : { region: inputs.region }),
  };
  const annotations: Record<string, string> = {
    "backstage.io/source-location": `url:${place.repositoryUrl}`,
    "backstage.io/techdocs-ref": "dir:.",
    "causeway/created-by-run": String(place.runNumber),
    ...(inputs.dataSteward === undefined ? {} : { "causeway/data-steward": inputs.dataSteward }),
  };
  const links = [{ url: place.repositoryUrl, title: "Repository" }];
  const lifecycle = "experimental";
  const descriptor = {
    apiVersion: "backstage.io/v1alpha1",
    kind: "Component",
    metadata: {
      name: inputs.name,
      title: inputs.title,
      description: inputs.description,
      labels,
      annotations,
      tags: [...kind.tags],
      links,
    },
    spec: {
      type: kind.type,
      lifecycle,
      owner: inputs.owner,
      ...(inputs.system === undefined ? {} : { system: inputs.system }),
    },
  };
  const relations = [{ type: "ownedBy", ...targetOf(inputs.owner) }];
  if (inputs.system !== undefined) relations.push({ type: "partOf", ...targetOf(inputs.system) });
  const entity: ImportedEntity = {
    blueprint: "component",
    identifier: inputs.name,
    title: inputs.title,
    description: inputs.description,
    ownerRef: inputs.owner,
    lifecycle,
    type: kind.type,
    tags: [...kind.tags],
    labels,
    annotations,
    links,
    properties: {},
    relations,
    origin: { file: "catalog-info.yaml", line: 1 },
  };
  return { entity, yaml: stringify(descriptor, { lineWidth: 0 }) };
}

/** `group:payments` as the end of a relation. */
export function targetOf(reference: string): { blueprint: string; identifier: string } {
  const colon = reference.indexOf(":");
  return { blueprint: reference.slice(0, colon), identifier: reference.slice(colon + 1) };
}
