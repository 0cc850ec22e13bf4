import postgres, { type Sql } from "postgres";
import { settings } from "#lib/kernel/env.ts";
import { log } from "#lib/kernel/log.ts";
import { type News, readNews } from "#lib/kernel/news/read-news.ts";

type Listener = (news: News) => void;
/** `cursor` is where the last reading ended. One reading at a time; news that arrive during one are read by the next. */
type OrgNews = { listeners: Set<Listener>; cursor: string | null; isReading: boolean; isAskedAgain: boolean };
/** Whose access may have changed: a person's, a key's, or that of everybody in an organization. */
export type LostAccess = { person: string; key: string; org?: string };
type Hub = {
  orgs: Map<string, OrgNews>;
  accessListeners: Set<(lost: LostAccess) => void>;
  connection: Sql;
  isListening: Promise<unknown>;
  beat: NodeJS.Timeout;
};

const beatEveryMs = 10_000;

declare global {
  var causewayLiveHub: Hub | undefined;
}

/**
 * Calls `listener` with the news of an organization from now on: at once when something was committed, and every ten seconds without
 * any, which moves the cursor on and finds what a lost notification would have told. One database connection listens for all streams.
 * @returns a function that stops it, once listening has begun
 */
export async function listenEvents(orgId: string, listener: Listener): Promise<() => void> {
  const hub = startHub();
  await hub.isListening;
  const existing = hub.orgs.get(orgId);
  const org = existing ?? { listeners: new Set(), cursor: null, isReading: false, isAskedAgain: false };
  org.listeners.add(listener);
  hub.orgs.set(orgId, org);
  if (existing === undefined) await deliver(hub, orgId);
  return () => {
    org.listeners.delete(listener);
    if (org.listeners.size === 0 && hub.orgs.get(orgId) === org) hub.orgs.delete(orgId);
  };
}

/** Calls `listener` when a session, a membership or a key was changed or taken away, or an organization deleted. */
export function listenLostAccess(listener: (lost: LostAccess) => void): () => void {
  const hub = startHub();
  hub.accessListeners.add(listener);
  return () => hub.accessListeners.delete(listener);
}

function startHub(): Hub {
  if (globalThis.causewayLiveHub !== undefined) return globalThis.causewayLiveHub;
  const connection = postgres(settings().CAUSEWAY_APP_DATABASE_URL ?? "", {
    max: 1,
    idle_timeout: 0,
    onnotice: () => {},
    connection: { application_name: "causeway live" },
  });
  const hub: Hub = {
    orgs: new Map(),
    accessListeners: new Set(),
    connection,
    isListening: Promise.resolve(),
    beat: setInterval(() => deliverAll(hub), beatEveryMs).unref(),
  };
  globalThis.causewayLiveHub = hub;
  // The driver reconnects by itself; what was committed in between is then read.
  hub.isListening = Promise.all([
    connection.listen(
      "causeway",
      (text) => void deliver(hub, (JSON.parse(text) as { org: string }).org),
      () => deliverAll(hub),
    ),
    connection.listen("causeway_access", (text) => {
      for (const listener of hub.accessListeners) listener(JSON.parse(text) as LostAccess);
    }),
  ]).catch((error: unknown) => log().error({ event: "live", err: error }));
  return hub;
}

function deliverAll(hub: Hub): void {
  for (const orgId of hub.orgs.keys()) void deliver(hub, orgId);
}

async function deliver(hub: Hub, orgId: string): Promise<void> {
  const org = hub.orgs.get(orgId);
  if (org === undefined) return;
  if (org.isReading) {
    org.isAskedAgain = true;
    return;
  }
  org.isReading = true;
  try {
    do {
      org.isAskedAgain = false;
      const news = await readNews(orgId, org.cursor);
      org.cursor = news.cursor;
      for (const listener of [...org.listeners]) listener(news);
    } while (org.isAskedAgain);
  } catch (error) {
    // The cursor stays: the next notification or beat reads all of it.
    log().error({ event: "live", err: error });
  } finally {
    org.isReading = false;
  }
}

/** Closes the listening connection. */
export async function stopListening(): Promise<void> {
  const hub = globalThis.causewayLiveHub;
  globalThis.causewayLiveHub = undefined;
  clearInterval(hub?.beat);
  await hub?.connection.end({ timeout: 1 });
}
