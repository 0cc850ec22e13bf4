import pino, { type Logger } from "pino";
import { settings } from "#lib/kernel/env.ts";

declare global {
  var causewayLog: Logger | undefined;
}

/** The log of this process: one JSON line per event on standard output. Kept on `globalThis`, as a bundler may load this file twice. */
export function log(): Logger {
  globalThis.causewayLog ??= pino({
    level: settings().CAUSEWAY_LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["token", "password", "authorization", "cookie"],
  });
  return globalThis.causewayLog;
}
