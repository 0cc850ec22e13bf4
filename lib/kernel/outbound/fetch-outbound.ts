import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { AppError } from "#lib/kernel/errors.ts";
import { parseOutboundUrl } from "#lib/kernel/outbound/parse-outbound-url.ts";
import { type ResolvedHost, type ResolveOptions, resolveHost } from "#lib/kernel/outbound/resolve-host.ts";
import { metrics } from "#lib/kernel/telemetry/metrics.ts";

export type OutboundRequest = ResolveOptions & {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  headers?: Record<string, string>;
  body?: string;
  maxBytes?: number;
  timeoutMs?: number;
};

/** Redirects are answers like any other: they are not followed. */
export type OutboundResponse = { status: number; headers: Record<string, string>; body: string };

/**
 * The one way out over HTTP. Connects only to addresses that were checked, over a connection of its own, follows nothing, decodes nothing
 * (a decoder is code that a stranger's bytes reach), reads at most `maxBytes` and ends after `timeoutMs`, whatever the other side does.
 * @throws AppError `invalid` for an address that is refused, `unavailable` when the other side does not answer properly.
 */
export async function fetchOutbound(address: string, options: OutboundRequest = {}): Promise<OutboundResponse> {
  const { method = "GET", headers = {}, body, maxBytes = 1_000_000, timeoutMs = 15_000 } = options;
  const url = parseOutboundUrl(address, options.path === undefined ? {} : { path: options.path });
  const host = await resolveHost(url, options);
  if (url.protocol === "http:" && !host.isPrivate) {
    throw new AppError("invalid", `${host.hostname} is addressed without encryption; use https.`, [
      { path: options.path ?? "url", message: "Use https." },
    ]);
  }
  const failure = (what: string) =>
    new AppError("unavailable", `${host.hostname} ${what}; check that it works and try again.`);
  return new Promise((resolve, reject) => {
    const send = url.protocol === "http:" ? requestHttp : requestHttps;
    const outgoing = send(url, {
      method,
      headers: { ...headers, "accept-encoding": "identity" },
      agent: false,
      lookup: pin(host),
      maxHeaderSize: 16_384,
    });
    const timer = setTimeout(
      () => outgoing.destroy(failure(`did not finish its answer within ${timeoutMs / 1000} seconds`)),
      timeoutMs,
    );
    const finish = (result: OutboundResponse | Error) => {
      clearTimeout(timer);
      outgoing.destroy();
      metrics().outbound.inc({ outcome: result instanceof Error ? "failed" : "answered" });
      if (result instanceof Error) reject(result instanceof AppError ? result : failure("did not answer properly"));
      else resolve(result);
    };
    outgoing.on("error", finish);
    // Checked once more on the connection itself, should anything have resolved the name again.
    outgoing.on("socket", (socket) =>
      socket.on("connect", () => {
        if (!isPinned(socket.remoteAddress, host))
          outgoing.destroy(failure("is at another address than the one that was checked"));
      }),
    );
    outgoing.on("response", (incoming) => {
      readBody(incoming, maxBytes).then(
        (text) => finish({ status: incoming.statusCode ?? 0, headers: flatten(incoming.headers), body: text }),
        (error: unknown) =>
          finish(error instanceof Error ? failure(error.message) : failure("did not answer properly")),
      );
    });
    outgoing.end(body);
  });
}

async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<string> {
  const encoding = incoming.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") throw new Error("compressed its answer, although it was asked not to");
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    sizeBytes += bytes.length;
    if (sizeBytes > maxBytes) throw new Error(`answered with more than ${maxBytes} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Answers every question for an address with what was checked. */
function pin(host: ResolvedHost): LookupFunction {
  return (_hostname, options, callback) => {
    const first = host.addresses[0];
    if (options.all === true) callback(null, host.addresses);
    else if (first !== undefined) callback(null, first.address, first.family);
  };
}

function isPinned(remoteAddress: string | undefined, host: ResolvedHost): boolean {
  const plain = remoteAddress?.replace(/^::ffff:/, "") ?? "";
  return isIP(plain) !== 0 && host.addresses.some(({ address }) => address === plain || isSameIpv6(address, plain));
}

function isSameIpv6(one: string, other: string): boolean {
  return (
    isIP(one) === 6 &&
    isIP(other) === 6 &&
    new URL(`http://[${one}]`).hostname === new URL(`http://[${other}]`).hostname
  );
}

function flatten(headers: IncomingMessage["headers"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]),
  );
}
