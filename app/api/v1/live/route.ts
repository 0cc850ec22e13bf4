import { streamEvents } from "#lib/web/live/stream-events.ts";

export { streamEvents as GET };
