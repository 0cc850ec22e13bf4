import { settings } from "#lib/kernel/env.ts";
import { registerSubscribers } from "#lib/kernel/events.ts";
import { exitWhenOrphaned } from "#lib/kernel/orphan.ts";
import { startTracing, stopTracing } from "#lib/kernel/telemetry/traces.ts";
import { inlineSubscribers } from "#lib/subscriptions.ts";
import { stopListening } from "#lib/web/live/listen-events.ts";
import { closeStreams } from "#lib/web/live/stream-events.ts";
import { notePeers } from "#lib/web/note-peers.ts";
import { keepRequestsReadable } from "#lib/web/readable-requests.ts";
import { noteRegions } from "#lib/web/reader-region.ts";

/** Prepares the process that serves pages: subscribers, and an orderly stop although live streams are open. */
export function startWebProcess(): void {
  notePeers();
  noteRegions();
  keepRequestsReadable();
  startTracing("web", settings().OTEL_EXPORTER_OTLP_ENDPOINT);
  registerSubscribers(inlineSubscribers);
  exitWhenOrphaned();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      closeStreams();
      void stopListening();
      void stopTracing();
    });
  }
}
