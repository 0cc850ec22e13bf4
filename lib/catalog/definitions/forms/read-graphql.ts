import {
  type DefinitionNode,
  type FieldDefinitionNode,
  GraphQLError,
  type InputValueDefinitionNode,
  parse,
  print,
} from "graphql";
import { DefinitionError, textOf } from "#lib/catalog/definitions/forms/documents.ts";
import { mostOperations, mostTypes } from "#lib/catalog/definitions/forms/read-openapi.ts";
import type { ApiOperation, ApiReference, SchemaRow, SchemaView } from "#lib/catalog/definitions/schema.ts";

const roots: Record<string, string> = { query: "Query", mutation: "Mutation", subscription: "Subscription" };

/** A GraphQL schema: the fields of its three roots as operations, everything else as types. @throws DefinitionError */
export function readGraphql(text: string): ApiReference {
  const definitions = read(text);
  const names = { ...roots };
  for (const node of definitions)
    if (node.kind === "SchemaDefinition" || node.kind === "SchemaExtension")
      for (const { operation, type } of node.operationTypes ?? []) names[operation] = type.name.value;
  const groups = Object.entries(names).map(([verb, name]) => ({
    name,
    description: "",
    operations: definitions.flatMap((node) =>
      (node.kind === "ObjectTypeDefinition" || node.kind === "ObjectTypeExtension") && node.name.value === name
        ? (node.fields ?? []).map((field) => operationOf(verb, field))
        : [],
    ),
  }));
  const rootNames = Object.values(names);
  const types = definitions.flatMap((node) =>
    "name" in node && node.name && !rootNames.includes(node.name.value) ? typeOf(node) : [],
  );
  const count = groups.reduce((sum, group) => sum + group.operations.length, 0);
  let room = mostOperations;
  return {
    form: "GraphQL",
    formVersion: "",
    title: "",
    version: "",
    description: "",
    servers: [],
    groups: groups
      .map((group) => {
        const operations = group.operations.slice(0, room);
        room -= operations.length;
        return { ...group, operations };
      })
      .filter((group) => group.operations.length > 0),
    types: types.slice(0, mostTypes),
    left: { operations: Math.max(0, count - mostOperations), types: Math.max(0, types.length - mostTypes) },
  };
}

function read(text: string): readonly DefinitionNode[] {
  try {
    return parse(text, { maxTokens: 200_000, noLocation: true }).definitions;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [place] = error.locations ?? [];
    throw new DefinitionError(error.message.slice(0, 500), place?.line ?? null, place?.column ?? null);
  }
}

function operationOf(verb: string, field: FieldDefinitionNode): ApiOperation {
  const inputs = field.arguments ?? [];
  return {
    id: `${verb} ${field.name.value}`,
    verb,
    name: field.name.value,
    title: "",
    description: textOf(field.description?.value),
    isDeprecated: isDeprecated(field),
    inputs: inputs.length === 0 ? [] : [view("Arguments", "", inputs.map(rowOf))],
    outputs: [view("Result", print(field.type), [])],
  };
}

function typeOf(node: DefinitionNode): SchemaView[] {
  switch (node.kind) {
    case "ObjectTypeDefinition":
    case "ObjectTypeExtension":
    case "InterfaceTypeDefinition":
    case "InputObjectTypeDefinition":
      return [view(node.name.value, kinds[node.kind] ?? "type", (node.fields ?? []).map(rowOf), node)];
    case "EnumTypeDefinition":
      return [
        view(
          node.name.value,
          "enum",
          (node.values ?? []).map((value) => row(value.name.value, "", value)),
          node,
        ),
      ];
    case "UnionTypeDefinition":
      return [view(node.name.value, (node.types ?? []).map((type) => type.name.value).join(" | "), [], node)];
    case "ScalarTypeDefinition":
      return [view(node.name.value, "scalar", [], node)];
    default:
      return [];
  }
}

const kinds: Record<string, string> = { InterfaceTypeDefinition: "interface", InputObjectTypeDefinition: "input" };

function rowOf(field: FieldDefinitionNode | InputValueDefinitionNode): SchemaRow {
  return row(field.name.value, print(field.type), field, field.type.kind === "NonNullType");
}

type Described = {
  description?: { value: string } | undefined;
  directives?: readonly { name: { value: string } }[] | undefined;
};

function row(name: string, type: string, node: Described, isRequired = false): SchemaRow {
  return {
    depth: 0,
    name,
    type,
    isRequired,
    isDeprecated: isDeprecated(node),
    description: textOf(node.description?.value),
  };
}

function isDeprecated(node: Described): boolean {
  return (node.directives ?? []).some((directive) => directive.name.value === "deprecated");
}

function view(label: string, type: string, rows: SchemaRow[], node: Described = {}): SchemaView {
  return { label, type, rows: rows.slice(0, 300), description: textOf(node.description?.value), example: null };
}
