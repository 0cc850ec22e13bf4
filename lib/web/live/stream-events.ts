import { randomInt, randomUUID } from "node:crypto";
import type { Context } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { type News, readNews } from "#lib/kernel/news/read-news.ts";
import { isPersonalTopic, permissionOfTopic } from "#lib/kernel/topics.ts";
import { type LostAccess, listenEvents, listenLostAccess } from "#lib/web/live/listen-events.ts";
import { problemResponse } from "#lib/web/rest/answer-request.ts";
import { authenticateRequest } from "#lib/web/rest/authenticate-request.ts";

const checkEveryMs = 10_000;
const waitingChunksAtMost = 1000;

declare global {
  var causewayStreams: Set<() => void> | undefined;
}

/**
 * The live door: server-sent events of one organization, only of topics that the caller may read. A browser that was away sends the last
 * cursor it saw and gets what it missed, or `resync` when that is too much. Ends when the caller loses access (saying so), when the
 * reader falls behind, and when the process stops.
 */
export async function streamEvents(request: Request): Promise<Response> {
  const requestId = randomUUID();
  let ctx: Context;
  try {
    ctx = await authenticateRequest(request, requestId);
  } catch (error) {
    return problemResponse(error, requestId);
  }
  return new Response(openStream(request, ctx), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "private, no-store",
      "x-accel-buffering": "no",
    },
  });
}

function openStream(request: Request, ctx: Context): ReadableStream<Uint8Array> {
  let stream: LiveStream | undefined;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        stream = new LiveStream(request, ctx, controller);
        void stream.begin();
      },
      cancel: () => stream?.close(),
    },
    new CountQueuingStrategy({ highWaterMark: 1 }),
  );
}

class LiveStream {
  readonly #request: Request;
  readonly #controller: ReadableStreamDefaultController<Uint8Array>;
  readonly #encoder = new TextEncoder();
  readonly #closing: (() => void)[] = [];
  readonly #closeThis = () => this.close();
  #ctx: Context;
  #isClosed = false;

  constructor(request: Request, ctx: Context, controller: ReadableStreamDefaultController<Uint8Array>) {
    this.#request = request;
    this.#ctx = ctx;
    this.#controller = controller;
  }

  async begin(): Promise<void> {
    globalThis.causewayStreams ??= new Set();
    globalThis.causewayStreams.add(this.#closeThis);
    this.#request.signal.addEventListener("abort", this.#closeThis);
    const timer = setInterval(() => void this.#checkAccess(), checkEveryMs);
    this.#closing.push(() => clearInterval(timer));
    // Not all at the same moment when a server that many were connected to goes away.
    this.#write(`retry: ${randomInt(500, 2_000)}\n\n`);
    try {
      this.#closing.push(listenLostAccess((lost) => this.#isMine(lost) && void this.#checkAccess()));
      const early: News[] = [];
      let send: (news: News) => void = (news) => void early.push(news);
      const stop = await listenEvents(this.#ctx.org.id, (news) => send(news));
      if (this.#isClosed) {
        stop();
        return;
      }
      this.#closing.push(stop);
      const cursor =
        this.#request.headers.get("last-event-id") ?? new URL(this.#request.url).searchParams.get("cursor");
      this.#send(await readNews(this.#ctx.org.id, cursor));
      send = (news) => this.#send(news);
      for (const news of early) this.#send(news);
    } catch {
      // The browser connects again, with the cursor that it has.
      this.close();
    }
  }

  #send(news: News): void {
    const events = news.events.filter(({ topic, subjectId }) => {
      if (isPersonalTopic(topic) && subjectId !== this.#ctx.actor.personId) return false;
      const permission = permissionOfTopic(topic);
      return permission !== null && this.#ctx.can(permission);
    });
    // The cursor comes with the last part: what was interrupted before it comes again.
    const parts = events.map((event) => `data: ${JSON.stringify(event)}\n\n`);
    if (news.hasMissed) parts.push("event: resync\ndata: {}\n\n");
    const last = parts.pop() ?? "event: beat\ndata: {}\n\n";
    this.#write(`${parts.join("")}id: ${news.cursor}\n${last}`);
  }

  #isMine(lost: LostAccess): boolean {
    const { actor, org } = this.#ctx;
    if (lost.org !== undefined && lost.org === org.id) return true;
    // A key has the rights that its creator has at the moment, whoever that is.
    return actor.kind === "key" || (actor.personId !== undefined && lost.person === actor.personId);
  }

  async #checkAccess(): Promise<void> {
    try {
      const now = await authenticateRequest(this.#request, this.#ctx.requestId);
      if (now.org.id !== this.#ctx.org.id) throw new AppError("not_found", "Another organization");
      const hasOtherRole = now.role !== this.#ctx.role;
      this.#ctx = now;
      // What the page shows depends on the role.
      if (hasOtherRole) this.#write("event: resync\ndata: {}\n\n");
    } catch (error) {
      const isLost = error instanceof AppError && ["unauthenticated", "not_found", "forbidden"].includes(error.code);
      if (isLost) this.#write("event: ended\ndata: {}\n\n");
      // Whatever else it is, such as another address, the browser finds out when it connects again.
      this.close();
    }
  }

  #write(text: string): void {
    if (this.#isClosed) return;
    if ((this.#controller.desiredSize ?? 0) <= -waitingChunksAtMost) this.close();
    else this.#controller.enqueue(this.#encoder.encode(text));
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const undo of this.#closing) undo();
    globalThis.causewayStreams?.delete(this.#closeThis);
    this.#request.signal.removeEventListener("abort", this.#closeThis);
    try {
      this.#controller.close();
    } catch {
      // The browser closed it first.
    }
  }
}

/** Ends every open stream of this process, so that the server can stop. */
export function closeStreams(): void {
  for (const close of [...(globalThis.causewayStreams ?? [])]) close();
}

/** How many streams are open. */
export function countStreams(): number {
  return globalThis.causewayStreams?.size ?? 0;
}
