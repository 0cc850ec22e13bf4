export const apiReference = "API reference";
export const apiKeys = "API keys";
export const openapi31 = "OpenAPI 3.1";
export const everythingAProgramCanAsk = "Everything a program can ask";
export const everythingAProgramSub =
  "Each entry is one operation: the portal's own pages use the same ones. Errors are problem documents (RFC 9457) that name the fields.";
