import protobuf from "protobufjs";
import { DefinitionError, textOf } from "#lib/catalog/definitions/forms/documents.ts";
import { mostOperations, mostTypes } from "#lib/catalog/definitions/forms/read-openapi.ts";
import type { ApiReference, SchemaRow, SchemaView } from "#lib/catalog/definitions/schema.ts";

/** A protobuf file: its services with their calls, its messages and enums as types. @throws DefinitionError */
export function readProto(text: string): ApiReference {
  const { package: name = "", root } = read(text);
  const services: protobuf.Service[] = [];
  const types: SchemaView[] = [];
  collect(root, services, types);
  const methods = services.reduce((sum, service) => sum + service.methodsArray.length, 0);
  let room = mostOperations;
  return {
    form: "gRPC",
    formVersion: /^\s*syntax\s*=\s*"(proto[23])"/m.exec(text)?.[1] ?? "",
    title: name,
    version: "",
    description: "",
    servers: [],
    groups: services.map((service) => {
      const shown = service.methodsArray.slice(0, room);
      room -= shown.length;
      return {
        name: service.name,
        description: textOf(service.comment),
        operations: shown.map((method) => ({
          id: `${service.name}/${method.name}`,
          verb: "rpc",
          name: method.name,
          title: "",
          description: textOf(method.comment),
          isDeprecated: method.options?.["deprecated"] === true,
          inputs: [message("Request", method.requestType, method.requestStream === true)],
          outputs: [message("Response", method.responseType, method.responseStream === true)],
        })),
      };
    }),
    types: types.slice(0, mostTypes),
    left: { operations: Math.max(0, methods - mostOperations), types: Math.max(0, types.length - mostTypes) },
  };
}

function read(text: string): protobuf.IParserResult {
  try {
    return protobuf.parse(text, { keepCase: true, alternateCommentMode: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = /line (\d+)/.exec(message)?.[1];
    throw new DefinitionError(
      message.slice(0, 500),
      line === undefined ? null : Number(line),
      line === undefined ? null : 1,
    );
  }
}

function collect(space: protobuf.NamespaceBase, services: protobuf.Service[], types: SchemaView[]): void {
  for (const item of space.nestedArray) {
    if (item instanceof protobuf.Service) services.push(item);
    else if (item instanceof protobuf.Type) {
      types.push({
        label: item.name,
        type: "message",
        description: textOf(item.comment),
        rows: item.fieldsArray.slice(0, 300).map(fieldRow),
        example: null,
      });
      collect(item, services, types);
    } else if (item instanceof protobuf.Enum) {
      const rows = Object.keys(item.values)
        .slice(0, 300)
        .map(
          (name): SchemaRow => ({
            depth: 0,
            name,
            type: String(item.values[name]),
            isRequired: false,
            isDeprecated: false,
            description: textOf(item.comments[name]),
          }),
        );
      types.push({ label: item.name, type: "enum", description: textOf(item.comment), rows, example: null });
    } else if (item instanceof protobuf.Namespace) collect(item, services, types);
  }
}

function fieldRow(field: protobuf.Field): SchemaRow {
  const plain = field.repeated ? `${field.type}[]` : field.type;
  return {
    depth: 0,
    name: field.name,
    type: field instanceof protobuf.MapField ? `map of ${field.keyType} to ${field.type}` : plain,
    isRequired: field.required,
    isDeprecated: field.options?.["deprecated"] === true,
    description: textOf(field.comment),
  };
}

function message(label: string, type: string, isStream: boolean): SchemaView {
  return { label, description: "", type: isStream ? `stream of ${type}` : type, rows: [], example: null };
}
