import { Logger } from "graphile-worker";
import { log } from "#lib/kernel/log.ts";

/** The queue's own messages, as lines of the one log. Its chatter about every job stays at debug level. */
export const queueLogger = new Logger(() => (level, message) => {
  if (level === "error") log().error({ event: "queue" }, message);
  else if (level === "warning") log().warn({ event: "queue" }, message);
  else log().debug({ event: "queue" }, message);
});
