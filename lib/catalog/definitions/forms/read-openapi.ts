import { isJson, type Json, jsonOf, listOf, resolve, textOf } from "#lib/catalog/definitions/forms/documents.ts";
import { typeText, viewOf } from "#lib/catalog/definitions/forms/schema-rows.ts";
import type { ApiOperation, ApiReference, SchemaView } from "#lib/catalog/definitions/schema.ts";

const verbs = ["get", "post", "put", "patch", "delete", "head", "options", "trace", "query"];
export const mostOperations = 300;
export const mostTypes = 200;

/** An OpenAPI 3 or Swagger 2 document: its operations under their first tag. */
export function readOpenapi(document: Json): ApiReference {
  const info = jsonOf(document["info"]);
  const tags = new Map(
    listOf(document["tags"]).map((tag) => [textOf(jsonOf(tag)["name"]), textOf(jsonOf(tag)["description"])]),
  );
  const groups = new Map<string, ApiOperation[]>();
  let count = 0;
  for (const [path, item] of Object.entries(jsonOf(document["paths"]))) {
    const { value } = resolve(document, item);
    for (const verb of verbs) {
      const operation = value[verb];
      if (!isJson(operation)) continue;
      count += 1;
      if (count > mostOperations) continue;
      const tag = textOf(listOf(operation["tags"])[0]) || "Operations";
      groups.set(tag, [
        ...(groups.get(tag) ?? []),
        readOperation(document, { path, verb, operation, shared: listOf(value["parameters"]) }),
      ]);
    }
  }
  const schemas = Object.entries(jsonOf(jsonOf(document["components"])["schemas"] ?? document["definitions"]));
  return {
    form: "OpenAPI",
    formVersion: textOf(document["openapi"] ?? document["swagger"]),
    title: textOf(info["title"]),
    version: textOf(info["version"]),
    description: textOf(info["description"]),
    servers: listOf(document["servers"])
      .slice(0, 20)
      .map((server) => ({
        url: textOf(jsonOf(server)["url"]),
        description: textOf(jsonOf(server)["description"]),
      })),
    groups: [...groups].map(([name, operations]) => ({ name, description: tags.get(name) ?? "", operations })),
    types: schemas
      .slice(0, mostTypes)
      .map(([name, schema]) =>
        viewOf(document, schema, { label: name.slice(0, 200), description: textOf(jsonOf(schema)["description"]) }),
      ),
    left: { operations: Math.max(0, count - mostOperations), types: Math.max(0, schemas.length - mostTypes) },
  };
}

type Found = { path: string; verb: string; operation: Json; shared: unknown[] };

function readOperation(document: Json, { path, verb, operation, shared }: Found): ApiOperation {
  const parameters = [...shared, ...listOf(operation["parameters"])]
    .slice(0, 100)
    .map((one) => resolve(document, one).value);
  const body = resolve(document, operation["requestBody"]).value;
  const inputs: SchemaView[] = [];
  const plain = parameters.filter((one) => one["in"] !== "body");
  if (plain.length > 0) inputs.push(parametersView(document, plain));
  inputs.push(...contentViews(document, body, body["required"] === true ? "Body" : "Body, if wanted"));
  for (const one of parameters.filter((parameter) => parameter["in"] === "body"))
    inputs.push(viewOf(document, one["schema"], { label: "Body", description: textOf(one["description"]) }));
  return {
    id: `${verb} ${path}`.slice(0, 300),
    verb: verb.toUpperCase(),
    name: path.slice(0, 300),
    title: textOf(operation["summary"]) || textOf(operation["operationId"]),
    description: textOf(operation["description"]),
    isDeprecated: operation["deprecated"] === true,
    inputs,
    outputs: Object.entries(jsonOf(operation["responses"]))
      .slice(0, 30)
      .flatMap(([status, response]) => {
        const { value } = resolve(document, response);
        const views = contentViews(document, value, status);
        const description = textOf(value["description"]);
        if (views.length > 0) return views.map((view) => ({ ...view, description }));
        if (value["schema"] !== undefined) return [viewOf(document, value["schema"], { label: status, description })];
        return [{ label: status, description, type: "", rows: [], example: null }];
      }),
  };
}

function parametersView(document: Json, parameters: Json[]): SchemaView {
  return {
    label: "Parameters",
    description: "",
    type: "",
    example: null,
    rows: parameters.map((one) => ({
      depth: 0,
      name: textOf(one["name"]).slice(0, 200),
      type: [typeText(document, one["schema"] ?? one), textOf(one["in"])].filter(Boolean).join(", in "),
      isRequired: one["required"] === true,
      isDeprecated: one["deprecated"] === true,
      description: textOf(one["description"]),
    })),
  };
}

function contentViews(document: Json, holder: Json, label: string): SchemaView[] {
  return Object.entries(jsonOf(holder["content"]))
    .slice(0, 5)
    .map(([type, content]) => {
      const media = jsonOf(content);
      const named = Object.values(jsonOf(media["examples"]))[0];
      const given = media["example"] ?? (named === undefined ? undefined : resolve(document, named).value["value"]);
      const about = { label: `${label}, ${type}`.slice(0, 200), description: textOf(holder["description"]) };
      return viewOf(document, media["schema"], about, given);
    });
}
