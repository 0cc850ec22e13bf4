import { z } from "zod";
import { operations } from "#lib/operations.ts";

export type ReferenceField = { name: string; type: string; isRequired: boolean; note: string | null };
export type ReferenceEntry = {
  name: string;
  summary: string;
  method: string;
  path: string;
  permission: string;
  fields: ReferenceField[];
  example: unknown;
};
export type ReferenceSection = { noun: string; entries: ReferenceEntry[] };

type JsonSchema = {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  items?: JsonSchema;
  default?: unknown;
  description?: string;
  format?: string;
  maximum?: number;
  minimum?: number;
};

/** The REST door for people to read: every operation, by noun, with its fields. Made from the operations, so it cannot be out of date. */
export function describeReference(): ReferenceSection[] {
  described ??= readOperations();
  return described;
}

// Operations do not change while a process lives.
let described: ReferenceSection[] | undefined;

function readOperations(): ReferenceSection[] {
  const sections = new Map<string, ReferenceEntry[]>();
  for (const operation of operations) {
    const schema = z.toJSONSchema(operation.input, { io: "input", unrepresentable: "any" }) as JsonSchema;
    const entry = {
      name: operation.name,
      summary: operation.route.summary,
      method: operation.route.method,
      path: `/api/v1${operation.route.path}`,
      permission: operation.permission,
      fields: fieldsOf(schema),
      example: operation.route.method === "GET" ? null : exampleOf(schema, operation.route.path),
    };
    const noun = operation.name.split(".")[0] ?? operation.name;
    sections.set(noun, [...(sections.get(noun) ?? []), entry]);
  }
  return [...sections]
    .map(([noun, entries]) => ({ noun, entries }))
    .sort((one, other) => one.noun.localeCompare(other.noun));
}

function fieldsOf(schema: JsonSchema): ReferenceField[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    type: typeOf(field),
    isRequired: required.has(name),
    note: field.description ?? (field.default === undefined ? null : `default ${JSON.stringify(field.default)}`),
  }));
}

function typeOf(schema: JsonSchema): string {
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return [...new Set(choices.map(typeOf))].join(" or ");
  if (schema.type === "array") return `list of ${typeOf(schema.items ?? {})}`;
  const type = Array.isArray(schema.type) ? schema.type.join(" or ") : (schema.type ?? "any");
  return schema.format === undefined ? type : `${type} (${schema.format})`;
}

/** A body with every required field, for the reader to fill in. */
function exampleOf(schema: JsonSchema, path: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.[0];
  if (choice !== undefined) return exampleOf(choice, "");
  if (schema.type === "object" || schema.properties !== undefined) {
    const required = (schema.required ?? []).filter((name) => !path.includes(`{${name}}`));
    return Object.fromEntries(required.map((name) => [name, exampleOf(schema.properties?.[name] ?? {}, "")]));
  }
  if (schema.type === "array") return [];
  if (schema.type === "number" || schema.type === "integer") return schema.minimum ?? 0;
  if (schema.type === "boolean") return true;
  if (schema.format === "date-time") return "2026-01-01T00:00:00Z";
  return schema.format === "uuid" ? "00000000-0000-0000-0000-000000000000" : "…";
}
