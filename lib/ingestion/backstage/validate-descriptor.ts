import { type FieldIssue, quote } from "#lib/ingestion/backstage/descriptor.ts";
import {
  isApiVersion,
  isKind,
  isLabelValue,
  isNamespace,
  isObjectName,
  isQualifiedKey,
  isTag,
} from "#lib/ingestion/backstage/field-rules.ts";
import { validateSpec } from "#lib/ingestion/backstage/validate-spec.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "#lib/ingestion/yaml/parsed-yaml.ts";

const nameRule = 'Use letters, digits, "-", "_" and "." (at most 63, beginning and ending with a letter or digit).';
const namespaceRule = "Use lower-case letters, digits and single hyphens (at most 63).";
const keyRule =
  'Use a name as in "team" or "example.com/team": a lower-case domain, at most one slash, then a name of at most 63 characters.';

/** Everything that keeps a descriptor from being imported, each with its place and a way forward. Empty: it can be imported. */
export function validateDescriptor(root: JsonObject): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const add = (path: string, what: string, why: string) => issues.push({ path, what, why });
  if (!isText(root.apiVersion))
    add("apiVersion", "apiVersion is missing", "Add it, for example backstage.io/v1alpha1.");
  else if (!isApiVersion(root.apiVersion))
    add(
      "apiVersion",
      `apiVersion ${quote(root.apiVersion)} cannot be used`,
      "Write it as in backstage.io/v1alpha1: a lower-case domain, a slash, letters and digits.",
    );
  if (!isText(root.kind)) add("kind", "kind is missing", "Add it, for example Component.");
  else if (!isKind(root.kind))
    add(
      "kind",
      `kind ${quote(root.kind)} cannot be used`,
      "Use letters, digits and hyphens (at most 63), beginning with a letter.",
    );
  if (!isJsonObject(root.metadata))
    add("metadata", "metadata is missing or not a mapping", "Add metadata with at least a name.");
  else validateMetadata(root.metadata, add);
  if (root.spec !== undefined && root.spec !== null && !isJsonObject(root.spec))
    add("spec", "spec is not a mapping", "Write spec as a mapping of fields.");
  if (issues.length === 0) issues.push(...validateSpec(root));
  return issues;
}

type Add = (path: string, what: string, why: string) => void;

function validateMetadata(metadata: JsonObject, add: Add): void {
  const { name, namespace, title, description, labels, annotations, tags, links } = metadata;
  if (!isText(name))
    add(
      "metadata.name",
      name === undefined || name === null ? "The name is missing" : `The name ${quote(name)} is not text`,
      `Give the entity a name. ${nameRule}`,
    );
  else if (!isObjectName(name))
    add(
      "metadata.name",
      `The name ${quote(name)} cannot be used${name.includes(" ") ? ": it has a space in it" : ""}`,
      nameRule,
    );
  if (isPresent(namespace) && !(isText(namespace) && isNamespace(namespace)))
    add("metadata.namespace", `The namespace ${quote(namespace)} cannot be used`, namespaceRule);
  for (const [field, value, maxLength] of [
    ["title", title, 300],
    ["description", description, 20_000],
  ] as const) {
    if (isPresent(value) && typeof value !== "string")
      add(`metadata.${field}`, `${field} ${quote(value)} is not text`, "Put it in quotes.");
    else if (isPresent(value) && value.length > maxLength)
      add(`metadata.${field}`, `${field} has ${value.length} characters`, `Use at most ${maxLength}.`);
  }
  validatePairs(
    "labels",
    labels,
    (value) => typeof value === "string" && isLabelValue(value),
    `A label is text. ${nameRule}`,
    add,
  );
  validatePairs(
    "annotations",
    annotations,
    (value) => typeof value === "string",
    "An annotation is text: put it in quotes.",
    add,
  );
  validateList("tags", tags, add, (tag, path) => {
    if (typeof tag !== "string" || !isTag(tag))
      add(
        path,
        `The tag ${quote(tag)} cannot be used`,
        'Use lower-case letters, digits, ":", "+", "#" and single hyphens (at most 63).',
      );
  });
  validateList("links", links, add, (link, path) => {
    if (!isJsonObject(link)) return add(path, "The link is not a mapping", "Write it with url and title.");
    if (!isText(link.url) || !URL.canParse(link.url) || link.url.length > 2_000)
      add(
        `${path}.url`,
        `The address ${quote(link.url)} cannot be used`,
        "Give a complete address, beginning with https://.",
      );
    for (const field of ["title", "icon", "type"]) {
      if (isPresent(link[field]) && !isText(link[field]))
        add(`${path}.${field}`, `${field} is empty or not text`, "Give it a text or remove it.");
    }
  });
}

function validatePairs(
  field: string,
  pairs: JsonValue | undefined,
  isValue: (value: JsonValue) => boolean,
  rule: string,
  add: Add,
): void {
  if (!isPresent(pairs)) return;
  if (!isJsonObject(pairs)) {
    add(`metadata.${field}`, `${field} is not a mapping`, "Write it as a mapping of key to text.");
    return;
  }
  for (const [key, value] of Object.entries(pairs)) {
    if (!isQualifiedKey(key)) add(`metadata.${field}.${key}`, `The key ${quote(key)} cannot be used`, keyRule);
    if (!isValue(value)) add(`metadata.${field}.${key}`, `The value ${quote(value)} cannot be used`, rule);
  }
}

function validateList(
  field: string,
  list: JsonValue | undefined,
  add: Add,
  validateItem: (item: JsonValue, path: string) => void,
): void {
  if (!isPresent(list)) return;
  if (!Array.isArray(list)) add(`metadata.${field}`, `${field} is not a list`, "Write it as a list.");
  for (const [index, item] of Array.isArray(list) ? list.entries() : [])
    validateItem(item, `metadata.${field}[${index}]`);
}

function isText(value: JsonValue | undefined): value is string {
  return typeof value === "string" && value !== "";
}

function isPresent(value: JsonValue | undefined): value is Exclude<JsonValue, null> {
  return value !== undefined && value !== null;
}
