import type { InlineSubscriber } from "#lib/kernel/events.ts";
import type { Job } from "#lib/kernel/jobs/define-job.ts";

/**
 * Where the islands meet: who acts on which event. Inline subscribers run inside the transaction of the event, in this order;
 * jobs run after it, in the worker.
 */
export const inlineSubscribers: InlineSubscriber[] = [];

export const jobs: Job[] = [];
