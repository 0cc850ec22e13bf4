import { type NextRequest, NextResponse } from "next/server";
import { embedOrigins } from "#lib/kernel/env.ts";
import { type EarlyRefusal, findActionBodyRefusal, findEarlyRefusal } from "#lib/web/find-early-refusal.ts";
import { fixedHeaders } from "#lib/web/fixed-headers.ts";

/**
 * Headers, and cheap refusals of what nothing here asks for: the nonce of the content security policy, the path for "sign in, then go
 * on". Who may see what is decided by pages and operations; removing this file changes none of that.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const refusal = await findRefusal(request);
  const response = refusal === null ? goOn(request, nonce, policy) : answer(refusal);
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of fixedHeaders) response.headers.set(name, value);
  return response;
}

async function findRefusal(request: NextRequest): Promise<EarlyRefusal | null> {
  const { pathname, search } = request.nextUrl;
  const early = findEarlyRefusal({ method: request.method, pathname, search, headers: request.headers });
  if (early !== null || !request.headers.has("next-action") || pathname.startsWith("/api/")) return early;
  return request.method === "POST" ? findActionBodyRefusal(await request.text()) : null;
}

function goOn(request: NextRequest, nonce: string, policy: string): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-causeway-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set("content-security-policy", policy);
  return NextResponse.next({ request: { headers } });
}

function answer({ status, title, detail }: EarlyRefusal): NextResponse {
  const problem = { type: "about:blank", title, status, detail };
  return new NextResponse(JSON.stringify(problem), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "private, no-store" },
  });
}

function contentSecurityPolicy(nonce: string): string {
  // React's development build evaluates strings to show server stacks in the browser; production never does.
  const forDevelopment = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${forDevelopment}`,
    // Graphs are laid out in a worker; its script is one of ours.
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // Pages of other systems that properties show; only those that an operator named.
    `frame-src ${embedOrigins().join(" ") || "'none'"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
