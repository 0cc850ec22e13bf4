import { countText } from "#components/words/format.ts";

/** What values are, by type and format. */
export const kinds: Record<string, string> = {
  string: "Text",
  number: "Number",
  boolean: "Yes or no",
  object: "Object",
  array: "List",
  "string/url": "Address (URL)",
  "object/labelled-url": "Address with a title",
  "string/embedded-url": "Embedded page",
  "string/email": "E-mail address",
  "string/user": "Person",
  "string/team": "Team",
  "string/date-time": "Date and time",
  "string/timer": "Timer",
  "string/markdown": "Markdown",
  "string/yaml": "YAML",
  "object/yaml": "YAML, as an object",
  "string/ipv4": "IPv4 address",
  "string/ipv6": "IPv6 address",
  "string/openapi": "OpenAPI",
  "object/openapi": "OpenAPI, as an object",
  "string/asyncapi": "AsyncAPI",
  "object/asyncapi": "AsyncAPI, as an object",
  "string/graphql": "GraphQL",
  "string/grpc": "gRPC (protobuf)",
};
export const oneOf = (count: number) => `One of ${countText(count, { one: "value", many: "values" })}`;
export const listOf = (kind: string) => `List: ${kind}`;
