import { type Json, jsonOf, listOf, resolve, textOf } from "#lib/catalog/definitions/forms/documents.ts";
import { mostOperations, mostTypes } from "#lib/catalog/definitions/forms/read-openapi.ts";
import { viewOf } from "#lib/catalog/definitions/forms/schema-rows.ts";
import type { ApiOperation, ApiReference, SchemaView } from "#lib/catalog/definitions/schema.ts";

/** An AsyncAPI 2 or 3 document: what is sent and received on each channel. */
export function readAsyncapi(document: Json): ApiReference {
  const info = jsonOf(document["info"]);
  const formVersion = textOf(document["asyncapi"]);
  const operations = formVersion.startsWith("2") ? ofVersion2(document) : ofVersion3(document);
  const schemas = Object.entries(jsonOf(jsonOf(document["components"])["schemas"]));
  const channels = new Map<string, ApiOperation[]>();
  for (const { channel, operation } of operations.slice(0, mostOperations))
    channels.set(channel, [...(channels.get(channel) ?? []), operation]);
  return {
    form: "AsyncAPI",
    formVersion,
    title: textOf(info["title"]),
    version: textOf(info["version"]),
    description: textOf(info["description"]),
    servers: Object.values(jsonOf(document["servers"]))
      .slice(0, 20)
      .map((server) => {
        const { value } = resolve(document, server);
        return { url: textOf(value["url"] ?? value["host"]), description: textOf(value["description"]) };
      }),
    groups: [...channels].map(([name, found]) => ({ name, description: "", operations: found })),
    types: schemas
      .slice(0, mostTypes)
      .map(([name, schema]) =>
        viewOf(document, schema, { label: name.slice(0, 200), description: textOf(jsonOf(schema)["description"]) }),
      ),
    left: {
      operations: Math.max(0, operations.length - mostOperations),
      types: Math.max(0, schemas.length - mostTypes),
    },
  };
}

type Found = { channel: string; operation: ApiOperation };

function ofVersion2(document: Json): Found[] {
  return Object.entries(jsonOf(document["channels"])).flatMap(([address, item]) => {
    const channel = resolve(document, item).value;
    return ["publish", "subscribe"].flatMap((verb): Found[] => {
      if (channel[verb] === undefined) return [];
      const operation = jsonOf(channel[verb]);
      const message = resolve(document, operation["message"]).value;
      const messages = listOf(message["oneOf"]).length > 0 ? listOf(message["oneOf"]) : [message];
      return [found(document, address, verb, operation, messages, textOf(operation["operationId"]))];
    });
  });
}

function ofVersion3(document: Json): Found[] {
  return Object.entries(jsonOf(document["operations"])).map(([name, item]) => {
    const operation = resolve(document, item).value;
    const { value: channel, name: channelName } = resolve(document, operation["channel"]);
    const given = listOf(operation["messages"]);
    const messages = given.length > 0 ? given : Object.values(jsonOf(channel["messages"]));
    const address = textOf(channel["address"]) || channelName || name;
    return found(document, address, textOf(operation["action"]) || "send", operation, messages, name);
  });
}

function found(
  document: Json,
  channel: string,
  verb: string,
  operation: Json,
  messages: unknown[],
  name: string,
): Found {
  const views = messages.slice(0, 20).map((item): SchemaView => {
    const { value: message, name: messageName } = resolve(document, item);
    const label = textOf(message["title"]) || textOf(message["name"]) || messageName || "Message";
    const given = jsonOf(listOf(message["examples"])[0])["payload"];
    const about = {
      label: label.slice(0, 200),
      description: textOf(message["summary"]) || textOf(message["description"]),
    };
    return viewOf(document, message["payload"], about, given);
  });
  const isOut = verb === "send" || verb === "subscribe";
  return {
    channel: channel.slice(0, 300),
    operation: {
      id: `${verb} ${channel} ${name}`.slice(0, 300),
      verb,
      name: channel.slice(0, 300),
      title: textOf(operation["summary"]) || textOf(operation["title"]) || name.slice(0, 200),
      description: textOf(operation["description"]),
      isDeprecated: operation["deprecated"] === true,
      inputs: isOut ? [] : views,
      outputs: isOut ? views : [],
    },
  };
}
