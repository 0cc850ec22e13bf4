import { z } from "zod";

/** One line of a schema: a property, an argument, a field. `depth` says under which it stands. */
export const SchemaRow = z.object({
  depth: z.number(),
  name: z.string(),
  type: z.string(),
  isRequired: z.boolean(),
  isDeprecated: z.boolean(),
  description: z.string(),
});
export type SchemaRow = z.infer<typeof SchemaRow>;

/** A body, a payload, a result: what it is, its lines, and how one looks. */
export const SchemaView = z.object({
  label: z.string(),
  description: z.string(),
  type: z.string(),
  rows: z.array(SchemaRow),
  example: z.string().nullable(),
});
export type SchemaView = z.infer<typeof SchemaView>;

/** Something that can be asked of the interface. */
export const ApiOperation = z.object({
  id: z.string(),
  /** GET, query, rpc, receive. */
  verb: z.string(),
  name: z.string(),
  title: z.string(),
  description: z.string(),
  isDeprecated: z.boolean(),
  inputs: z.array(SchemaView),
  outputs: z.array(SchemaView),
});
export type ApiOperation = z.infer<typeof ApiOperation>;

export const ApiReference = z.object({
  form: z.enum(["OpenAPI", "AsyncAPI", "GraphQL", "gRPC"]),
  /** Of the form: 3.1.0, proto3. */
  formVersion: z.string(),
  title: z.string(),
  version: z.string(),
  description: z.string(),
  servers: z.array(z.object({ url: z.string(), description: z.string() })),
  groups: z.array(z.object({ name: z.string(), description: z.string(), operations: z.array(ApiOperation) })),
  types: z.array(SchemaView),
  /** How much there is beyond what is shown. */
  left: z.object({ operations: z.number(), types: z.number() }),
});
export type ApiReference = z.infer<typeof ApiReference>;

/** Why a definition cannot be shown as a reference, and where in the text the trouble is. */
export const DefinitionProblem = z.object({
  message: z.string(),
  line: z.number().nullable(),
  column: z.number().nullable(),
});
export type DefinitionProblem = z.infer<typeof DefinitionProblem>;

export const DefinitionAnswer = z.union([
  z.object({ reference: ApiReference }),
  z.object({ problem: DefinitionProblem }),
]);
export type DefinitionAnswer = z.infer<typeof DefinitionAnswer>;
