import { type FieldIssue, quote } from "#lib/ingestion/backstage/descriptor.ts";
import { kindRuleOf } from "#lib/ingestion/backstage/kind-rules.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "#lib/ingestion/yaml/parsed-yaml.ts";

const maxWordLength = 100;

/** What is wrong with `spec`, by the rules of its kind. */
export function validateSpec(root: JsonObject): FieldIssue[] {
  const rule = kindRuleOf(root);
  const spec = isJsonObject(root.spec) ? root.spec : {};
  const kind = String(root.kind);
  const issues: FieldIssue[] = [];
  const add = (field: string, what: string, why: string) => issues.push({ path: `spec.${field}`, what, why });
  for (const field of ["type", "lifecycle"]) {
    const length = typeof spec[field] === "string" ? spec[field].length : 0;
    if (length > maxWordLength) add(field, `spec.${field} has ${length} characters`, `Use at most ${maxWordLength}.`);
  }
  if (rule === null) return issues;
  for (const { field, shape } of [...rule.required, ...requiredByType(kind, spec)]) {
    const value = spec[field];
    if (value === undefined || value === null)
      add(
        field,
        `spec.${field} is missing`,
        `Every ${kind} needs it${shape === "texts" ? "; write an empty list, [], if there are none" : ""}.`,
      );
    else if (!fits(value, shape)) add(field, `spec.${field} ${quote(value)} cannot be used`, shapeRules[shape]);
  }
  return issues;
}

type Shape = "text" | "texts" | "steps" | "definition";

const shapeRules: Record<Shape, string> = {
  text: "It has to be text and not empty.",
  texts: "It has to be a list of text.",
  steps: "It has to be a list with at least one mapping in it.",
  definition: "It has to be text; use $text to take it from a file.",
};

function fits(value: JsonValue, shape: Shape): boolean {
  const isText = (item: JsonValue) => typeof item === "string" && item !== "";
  // Several owners are not in the published format, but they are common, and Backstage reads them.
  if (shape === "text") return isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isText));
  if (shape === "texts") return Array.isArray(value) && value.every(isText);
  if (shape === "steps") return Array.isArray(value) && value.length > 0 && value.every(isJsonObject);
  // A reference that was kept as written stands for the text that it would have brought.
  return (
    typeof value === "string" ||
    (isJsonObject(value) && Object.keys(value).length === 1 && Object.keys(value)[0]?.startsWith("$") === true)
  );
}

function requiredByType(kind: string, spec: JsonObject): { field: string; shape: Shape }[] {
  if (kind.toLowerCase() === "api")
    return [
      spec.type === "mcp-server" ? { field: "remotes", shape: "steps" } : { field: "definition", shape: "definition" },
    ];
  if (kind.toLowerCase() !== "airesource") return [];
  if (spec.type === "rule")
    return [
      { field: "category", shape: "text" },
      { field: "rationale", shape: "text" },
    ];
  if (spec.type === "plugin") return [{ field: "skills", shape: "texts" }];
  if (spec.type === "marketplace") return [{ field: "plugins", shape: "texts" }];
  return [];
}
