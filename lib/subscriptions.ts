import { actionsJobs } from "#lib/actions/jobs.ts";
import { actionsSubscribers } from "#lib/actions/subscribers.ts";
import { catalogJobs } from "#lib/catalog/jobs.ts";
import { catalogSubscribers } from "#lib/catalog/subscribers.ts";
import { identityJobs } from "#lib/identity/jobs.ts";
import type { InlineSubscriber } from "#lib/kernel/events.ts";
import type { Job } from "#lib/kernel/jobs/define-job.ts";
import { metricsSubscribers } from "#lib/metrics/subscribers.ts";
import { notificationsJobs } from "#lib/notifications/jobs.ts";
import { notificationsSubscribers } from "#lib/notifications/subscribers.ts";
import { scorecardsJobs } from "#lib/scorecards/jobs.ts";
import { scorecardsSubscribers } from "#lib/scorecards/subscribers.ts";
import { webhooksJobs } from "#lib/webhooks/jobs.ts";

/**
 * Where the islands meet: who acts on which event. Inline subscribers run inside the transaction of the event, in this order;
 * jobs run after it, in the worker.
 */
export const inlineSubscribers: InlineSubscriber[] = [
  ...catalogSubscribers,
  ...scorecardsSubscribers,
  ...actionsSubscribers,
  ...metricsSubscribers,
  ...notificationsSubscribers,
];

export const jobs: Job[] = [
  ...identityJobs,
  ...catalogJobs,
  ...scorecardsJobs,
  ...actionsJobs,
  ...webhooksJobs,
  ...notificationsJobs,
];
