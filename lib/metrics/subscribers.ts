import type { InlineSubscriber } from "#lib/kernel/events.ts";
import { linkArrivedServices } from "#lib/metrics/services/link-arrived-services.ts";
import { recordDeliveredEvents } from "#lib/metrics/webhooks/record-delivered-events.ts";

/** What metrics does inside other domains' transactions. */
export const metricsSubscribers: InlineSubscriber[] = [linkArrivedServices, ...recordDeliveredEvents];
