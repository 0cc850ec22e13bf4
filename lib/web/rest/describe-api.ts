import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { appOrigin } from "#lib/kernel/env.ts";
import { operations } from "#lib/operations.ts";
import { buildRouter } from "#lib/web/rest/build-router.ts";

type Document = Awaited<ReturnType<OpenAPIGenerator["generate"]>>;
let made: Promise<Document> | undefined;

/** The OpenAPI 3.1 document of the REST door, made from the operations themselves. */
export function describeApi(): Promise<Document> {
  made ??= new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(
    buildRouter(operations),
    {
      info: {
        title: "Causeway",
        version: "1",
        description: "Errors are problem documents (RFC 9457) that name the fields. Lists are paged.",
      },
      servers: [{ url: `${appOrigin()}/api/v1` }],
      security: [{ apiKey: [] }],
      components: {
        securitySchemes: { apiKey: { type: "http", scheme: "bearer", description: "An API key of one organization" } },
      },
    },
  );
  return made;
}
