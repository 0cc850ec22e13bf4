import { randomUUID } from "node:crypto";
import type { Context } from "#lib/kernel/context.ts";
import type { Permission } from "#lib/kernel/permissions.ts";
import { eventsSince, type LiveEvent, listenEvents } from "#lib/web/live/listen-events.ts";
import { problemResponse } from "#lib/web/rest/answer-request.ts";
import { authenticateRequest } from "#lib/web/rest/authenticate-request.ts";

const heartbeatMs = 10_000;
const waitingEventsAtMost = 1000;

declare global {
  var causewayStreams: Set<() => void> | undefined;
}

// The noun of a topic is the noun of the permission that reads it; these nouns have no permission of their own.
const nounOfTopic: Record<string, string> = { catalog: "import", session: "member" };

function mayRead(ctx: Context, topic: string): boolean {
  const noun = topic.split(".")[0] ?? "";
  return ctx.can(`${nounOfTopic[noun] ?? noun}:read` as Permission);
}

/**
 * The live door: server-sent events of one organization, only of topics that the caller may read. A reconnecting browser sends the last
 * id it saw. Ends when the session is revoked, when the reader falls behind, and when the process stops.
 */
export async function streamEvents(request: Request): Promise<Response> {
  const requestId = randomUUID();
  let ctx: Context;
  try {
    ctx = await authenticateRequest(request, requestId);
  } catch (error) {
    return problemResponse(error, requestId);
  }
  const cursor = Number(request.headers.get("last-event-id") ?? Number.NaN);
  const missed = Number.isSafeInteger(cursor) ? await eventsSince(ctx.org.id, cursor) : [];
  const stream = openStream(request, ctx, missed);
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "private, no-store",
      "x-accel-buffering": "no",
    },
  });
}

function openStream(request: Request, ctx: Context, missed: LiveEvent[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  globalThis.causewayStreams ??= new Set();
  const streams = globalThis.causewayStreams;
  let close = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isClosed = false;
        const write = (text: string) => {
          if (isClosed) return;
          if ((controller.desiredSize ?? 0) <= -waitingEventsAtMost) close();
          else controller.enqueue(encoder.encode(text));
        };
        const send = (event: LiveEvent) => {
          if (!mayRead(ctx, event.topic)) return;
          write(
            `id: ${event.id}\ndata: ${JSON.stringify({ topic: event.topic, subjectId: event.subjectId, payload: event.payload })}\n\n`,
          );
        };
        const stopListening = listenEvents(ctx.org.id, send);
        const heartbeat = setInterval(
          () => void stillAllowed(request, ctx).then((is) => (is ? write(": still here\n\n") : close())),
          heartbeatMs,
        );
        close = () => {
          close = () => {};
          isClosed = true;
          clearInterval(heartbeat);
          stopListening();
          streams.delete(closeThis);
          try {
            controller.close();
          } catch {
            // The browser closed it first.
          }
        };
        const closeThis = () => close();
        streams.add(closeThis);
        request.signal.addEventListener("abort", closeThis);
        write("retry: 1000\n\n");
        for (const event of missed) send(event);
      },
      cancel: () => close(),
    },
    new CountQueuingStrategy({ highWaterMark: 1 }),
  );
}

async function stillAllowed(request: Request, ctx: Context): Promise<boolean> {
  try {
    const now = await authenticateRequest(request, ctx.requestId);
    return now.org.id === ctx.org.id && now.role === ctx.role;
  } catch {
    return false;
  }
}

/** Ends every open stream of this process, so that the server can stop. */
export function closeStreams(): void {
  for (const close of [...(globalThis.causewayStreams ?? [])]) close();
}
