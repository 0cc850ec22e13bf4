import { type Descriptor, lineOf, quote } from "#lib/ingestion/backstage/descriptor.ts";
import { identifierOf } from "#lib/ingestion/backstage/entity-ref.ts";
import type { ImportedEntity, ImportedLink, ReportLine } from "#lib/ingestion/backstage/imported-entity.ts";
import {
  type DescribedKind,
  kindRuleOf,
  otherKindRule,
  withOwnRelations,
} from "#lib/ingestion/backstage/kind-rules.ts";
import { mapRelations } from "#lib/ingestion/backstage/map-relations.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "#lib/ingestion/yaml/parsed-yaml.ts";

const maxTitleLength = 300;
const mappedMetadata = new Set(["name", "namespace", "title", "description", "labels", "annotations", "tags", "links"]);
const metadataOfOutput = new Set(["uid", "etag", "generation"]);
const rootFields = new Set(["apiVersion", "kind", "metadata", "spec"]);
// An address with one of these runs code in the page that shows it.
const codeScheme = /^(?:javascript|data|vbscript):/i;

export type MappedEntity = { entity: ImportedEntity; lines: ReportLine[]; mappedCount: number; keptCount: number };

/**
 * A descriptor that was found valid, as an entity, with a line for everything that did not become a field, a relation or a property the
 * format or the kind defines: nothing is left out without being named. `kinds` are those that somebody described.
 */
export function mapEntity(descriptor: Descriptor, kinds: ReadonlyMap<string, DescribedKind>): MappedEntity {
  const { root, file, line } = descriptor;
  const metadata = isJsonObject(root.metadata) ? root.metadata : {};
  const spec = isJsonObject(root.spec) ? root.spec : {};
  const kind = String(root.kind);
  const namespace = text(metadata.namespace) ?? "default";
  const identifier = identifierOf({ namespace, name: String(metadata.name) });
  const blueprint = kind.toLowerCase();
  const rule = kindRuleOf(root);
  const described = kinds.get(blueprint);
  const lines: ReportLine[] = [];
  const report = (verdict: ReportLine["verdict"], path: string, what: string, why: string) =>
    lines.push({
      verdict,
      file,
      line: lineOf(descriptor, path),
      path,
      entityRef: `${blueprint}:${identifier}`,
      what,
      why,
    });

  if (rule === null && described === undefined)
    report(
      "kept",
      "kind",
      `Kind ${quote(kind)} of ${quote(root.apiVersion)} is not one that Backstage defines`,
      "Kept as a blueprint of its own with all its fields.",
    );
  const { relations, ownerRef, mappedFields } = mapRelations(
    spec,
    withOwnRelations(rule ?? otherKindRule, described, spec),
    namespace,
    report,
  );
  const properties: JsonObject = {};
  let keptCount = 0;
  for (const [field, value] of Object.entries(spec)) {
    if (mappedFields.has(field) || ((field === "type" || field === "lifecycle") && typeof value === "string")) continue;
    properties[field] = value;
    if (rule === null || rule.properties.includes(field) || rule.relations.some((relation) => relation.field === field))
      continue;
    if (described?.properties.some(({ identifier }) => identifier === field)) continue;
    keptCount += 1;
    report(
      "kept",
      `spec.${field}`,
      `Backstage defines no field ${quote(field)} for kind ${kind}`,
      `Stored as property ${quote(field)}.`,
    );
  }
  for (const [field, value] of Object.entries(metadata)) {
    if (mappedMetadata.has(field)) continue;
    if (metadataOfOutput.has(field)) {
      report(
        "skipped",
        `metadata.${field}`,
        `${quote(field)} was written by another catalog`,
        "Causeway gives entities its own.",
      );
      continue;
    }
    const property = Object.hasOwn(properties, field) ? `metadata.${field}` : field;
    properties[property] = value;
    keptCount += 1;
    report(
      "kept",
      `metadata.${field}`,
      `Backstage defines no metadata ${quote(field)}`,
      `Stored as property ${quote(property)}.`,
    );
  }
  for (const field of Object.keys(root)) {
    if (!rootFields.has(field))
      report(
        "skipped",
        field,
        `${quote(field)} stands beside metadata and spec, where no such field belongs`,
        "Not imported. Move it into spec to keep it.",
      );
  }
  if (blueprint === "airesource" && Array.isArray(spec.allowedTools)) {
    report(
      "kept",
      "spec.allowedTools",
      "allowedTools is a list, an early form of the format",
      "Stored as the list it is. Write it as text with spaces to follow the format of today.",
    );
  }
  const profile = isJsonObject(spec.profile) ? spec.profile : {};
  const entity: ImportedEntity = {
    blueprint,
    kind,
    identifier,
    title:
      text(metadata.title) ??
      text(profile.displayName)?.slice(0, maxTitleLength).toWellFormed() ??
      String(metadata.name),
    description: text(metadata.description),
    ownerRef,
    lifecycle: text(spec.lifecycle),
    type: text(spec.type),
    tags: [...new Set(texts(metadata.tags))],
    labels: pairs(metadata.labels),
    annotations: pairs(metadata.annotations),
    links: readLinks(metadata.links, report),
    properties,
    relations,
    origin: { file, line },
  };
  const mappedCount = Object.keys(metadata).length + Object.keys(spec).length - keptCount;
  return { entity, lines, mappedCount, keptCount };
}

function readLinks(
  links: JsonValue | undefined,
  report: (verdict: "refused", path: string, what: string, why: string) => void,
): ImportedLink[] {
  const result: ImportedLink[] = [];
  for (const [index, link] of (Array.isArray(links) ? links : []).entries()) {
    if (!isJsonObject(link) || typeof link.url !== "string") continue;
    // Parsed, because browsers ignore tabs and line breaks inside a scheme.
    if (codeScheme.test(new URL(link.url).protocol)) {
      report(
        "refused",
        `metadata.links[${index}].url`,
        `The address ${quote(link.url)} would run code`,
        "Link not imported. Use an address that begins with https://.",
      );
      continue;
    }
    const { title, icon, type } = link;
    result.push({
      url: link.url,
      ...(typeof title === "string" ? { title } : {}),
      ...(typeof icon === "string" ? { icon } : {}),
      ...(typeof type === "string" ? { type } : {}),
    });
  }
  return result;
}

function text(value: JsonValue | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function texts(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function pairs(value: JsonValue | undefined): Record<string, string> {
  return isJsonObject(value)
    ? Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === "string"))
    : {};
}
