import { DefinitionError, readDocument } from "#lib/catalog/definitions/forms/documents.ts";
import { readAsyncapi } from "#lib/catalog/definitions/forms/read-asyncapi.ts";
import { readGraphql } from "#lib/catalog/definitions/forms/read-graphql.ts";
import { readOpenapi } from "#lib/catalog/definitions/forms/read-openapi.ts";
import { readProto } from "#lib/catalog/definitions/forms/read-proto.ts";
import type { ApiReference, DefinitionAnswer } from "#lib/catalog/definitions/schema.ts";

/** Reads a definition as the reference that is shown. It works on text of strangers: only the child process calls it. */
export function readDefinition(text: string, type: string | null): DefinitionAnswer {
  try {
    return { reference: readAs(text, type?.toLowerCase() ?? "") };
  } catch (error) {
    if (error instanceof DefinitionError)
      return { problem: { message: error.message, line: error.line, column: error.column } };
    if (error instanceof RangeError)
      return { problem: { message: "The definition is nested too deeply.", line: null, column: null } };
    throw error;
  }
}

function readAs(text: string, type: string): ApiReference {
  if (type === "graphql") return readGraphql(text);
  if (type === "grpc" || type === "proto" || type === "protobuf") return readProto(text);
  // The text knows better than its label; without a label it is all there is.
  if (/^\s*(syntax\s*=|package\s+[\w.]+\s*;)/m.test(text)) return readProto(text);
  if (type === "" && /^\s*(type|schema|interface|input|enum)\b[^:]*\{/m.test(text)) return readGraphql(text);
  const document = readDocument(text);
  if (document["asyncapi"] !== undefined) return readAsyncapi(document);
  if (document["openapi"] !== undefined || document["swagger"] !== undefined) return readOpenapi(document);
  throw new DefinitionError("It says neither openapi nor asyncapi, so it is not known how to read it.", 1, 1);
}
