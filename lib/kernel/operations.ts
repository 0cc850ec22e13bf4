import { discardJob } from "#lib/kernel/jobs/discard-job.ts";
import { listJobs } from "#lib/kernel/jobs/list-jobs.ts";
import { retryJob } from "#lib/kernel/jobs/retry-job.ts";

/** What can be called of the kernel itself: the queue. */
export const kernelOperations = [listJobs, retryJob, discardJob];
