import { subscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

/** Where the address of the other end of the connection stands, in place of whatever the caller wrote there. */
export const peerHeader = "x-causeway-peer";

/**
 * Writes down with every request from which address its connection comes. The framework gives its parts headers only, and leaves an
 * `X-Forwarded-For` of the caller's as it is.
 */
export function notePeers(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: { headers: Record<string, string>; socket: Socket } };
    request.headers[peerHeader] = request.socket.remoteAddress ?? "unknown";
  });
}
