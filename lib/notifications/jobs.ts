import type { Job } from "#lib/kernel/jobs/define-job.ts";
import { warnOfExpiry } from "#lib/notifications/deliveries/warn-of-expiry.ts";

export const notificationsJobs: Job[] = [warnOfExpiry];
