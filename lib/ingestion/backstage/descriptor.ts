import type { JsonObject, JsonValue } from "#lib/ingestion/yaml/parsed-yaml.ts";
import { isJsonObject } from "#lib/ingestion/yaml/parsed-yaml.ts";

/** One document that says which kind of entity it describes. Nothing in it is checked yet. */
export type Descriptor = { file: string; line: number; lines: Map<string, number>; root: JsonObject };

/** What is wrong with one field: `what` was found, `why` says the rule and what to do. */
export type FieldIssue = { path: string; what: string; why: string };

const templateMark = /\$\{\{|\{\{/;

/** Whether a document claims to be an entity, and if not, what it looks like (a sentence without subject). */
export function recognizeDescriptor(
  value: JsonValue,
): { isEntity: true; root: JsonObject } | { isEntity: false; what: string } {
  if (!isJsonObject(value)) return { isEntity: false, what: "Not a catalog entity: the document is not a mapping" };
  if (typeof value.openapi === "string" || typeof value.swagger === "string")
    return { isEntity: false, what: "An OpenAPI document, not a catalog entity" };
  if (typeof value.asyncapi === "string")
    return { isEntity: false, what: "An AsyncAPI document, not a catalog entity" };
  if (!Object.hasOwn(value, "apiVersion") && !Object.hasOwn(value, "kind"))
    return { isEntity: false, what: "Not a catalog entity: neither apiVersion nor kind" };
  const name = isJsonObject(value.metadata) ? value.metadata.name : undefined;
  if (typeof name === "string" && templateMark.test(name))
    return { isEntity: false, what: "A template of an entity: its name is filled in later" };
  return { isEntity: true, root: value };
}

/** Whether an apiVersion belongs to Kubernetes, whose manifests have the same outer shape as entities. */
export function isKubernetesManifest(root: JsonObject): boolean {
  const version = typeof root.apiVersion === "string" ? root.apiVersion : "";
  return (
    /^v\d+(?:(?:alpha|beta)\d+)?$/.test(version) ||
    /^(?:apps|batch|autoscaling|policy|extensions)\//.test(version) ||
    /^[a-z0-9.-]+\.k8s\.io\//.test(version)
  );
}

/** The line of a path, or of the nearest thing around it. */
export function lineOf(descriptor: Descriptor, path: string): number {
  for (
    let place = path;
    place !== "";
    place = place.slice(0, Math.max(0, Math.max(place.lastIndexOf("."), place.lastIndexOf("["))))
  ) {
    const line = descriptor.lines.get(place);
    if (line !== undefined) return line;
  }
  return descriptor.line;
}

/** A value as it can stand in a sentence. */
export function quote(value: JsonValue | undefined): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
}
