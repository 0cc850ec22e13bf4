export const formats: Record<string, string> = {
  openapi: "OpenAPI",
  asyncapi: "AsyncAPI",
  graphql: "GraphQL",
  grpc: "gRPC",
};
export const copy = (title: string) => `Copy ${title}`;
export const textOf = (title: string) => `Text of ${title}`;
