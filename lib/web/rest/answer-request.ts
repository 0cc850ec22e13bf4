import { randomUUID } from "node:crypto";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import type { Context } from "#lib/kernel/context.ts";
import { AppError, problemOf } from "#lib/kernel/errors.ts";
import { log } from "#lib/kernel/log.ts";
import { fromRpcError } from "#lib/kernel/operation.ts";
import { withSpan } from "#lib/kernel/telemetry/traces.ts";
import { operations } from "#lib/operations.ts";
import { authenticateRequest, OrgMoved } from "#lib/web/rest/authenticate-request.ts";
import { findUnusablePart, readBody } from "#lib/web/rest/body-limits.ts";
import { buildRouter } from "#lib/web/rest/build-router.ts";

const prefix = "/api/v1";

/** `body` is what the request's JSON says, parsed once: the library is not given the text to parse it again. */
type RequestContext = { ctx: Context; body: unknown; failure: { error?: AppError } };

// The library's own form of an error is never sent: what was thrown is kept aside and answered as a problem document.
const handler = new OpenAPIHandler<RequestContext>(buildRouter(operations), {
  interceptors: [
    async ({ next, context, ...options }) => {
      try {
        return await next({ ...options, context, request: { ...options.request, body: async () => context.body } });
      } catch (error) {
        context.failure.error = fromRpcError(error);
        throw error;
      }
    },
  ],
});

/** Answers one request of the REST door. Never throws. */
export async function answerRequest(request: Request): Promise<Response> {
  const requestId = randomUUID();
  const startedAt = performance.now();
  const url = new URL(request.url);
  let response: Response;
  try {
    response = await withSpan(
      `${request.method} /api/v1`,
      { "http.request.method": request.method },
      () => answer(request, url, requestId),
      request.headers.get("traceparent"),
    );
  } catch (error) {
    response = problemResponse(error, requestId);
  }
  response.headers.set("cache-control", "private, no-store");
  response.headers.set("x-request-id", requestId);
  const durationMs = Math.round(performance.now() - startedAt);
  log().info({
    event: "rest",
    method: request.method,
    path: url.pathname,
    status: response.status,
    requestId,
    durationMs,
  });
  return response;
}

async function answer(request: Request, url: URL, requestId: string): Promise<Response> {
  const ctx = await authenticateRequest(request, requestId);
  url.searchParams.delete("org");
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const body = hasBody ? await readJson(request, url.pathname) : undefined;
  const inner = new Request(url, { method: request.method });
  const failure: RequestContext["failure"] = {};
  const result = await handler.handle(inner, { prefix, context: { ctx, body, failure } });
  if (failure.error !== undefined) return problemResponse(failure.error, requestId);
  if (!result.matched)
    return problemResponse(
      new AppError("not_found", `There is no ${request.method} ${url.pathname}; the reference lists what there is.`),
      requestId,
    );
  return result.response;
}

/** What a request says, within the limits of its address. @throws AppError */
export async function readJson(request: Request, path: string): Promise<unknown> {
  const text = await readBody(request, path);
  return text === "" ? undefined : parseJson(text, request.headers.get("content-type"));
}

function parseJson(body: string, contentType: string | null): unknown {
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType ?? ""))
    throw new AppError("invalid", "Send the body as Content-Type: application/json.");
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    throw new AppError(
      "invalid",
      `The body is not JSON: ${error instanceof Error ? error.message : "it cannot be read"}.`,
    );
  }
  const unusable = findUnusablePart(body, value);
  if (unusable !== null)
    throw new AppError("invalid", "Some of the input cannot be used; nothing was saved.", [unusable]);
  return value;
}

/** An error as an HTTP answer of RFC 9457. */
export function problemResponse(error: unknown, requestId: string): Response {
  // 308 keeps method and body. What is asked again is asked with the same rights.
  if (error instanceof OrgMoved) return new Response(null, { status: 308, headers: { location: error.location } });
  const problem = problemOf(error, requestId);
  if (problem.status >= 500) log().error({ event: "rest_error", requestId, err: error });
  const headers: Record<string, string> = { "content-type": "application/problem+json" };
  if (problem.status === 401) headers["www-authenticate"] = "Bearer";
  if (problem.status === 429 || problem.status === 503) headers["retry-after"] = "5";
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
