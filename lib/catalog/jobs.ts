import { workOutDerived } from "#lib/catalog/derived/work-out-derived.ts";
import { noticeDates } from "#lib/catalog/relations/notice-dates.ts";
import { askOwners } from "#lib/catalog/verification/ask-owners.ts";
import type { Job } from "#lib/kernel/jobs/define-job.ts";

export const catalogJobs: Job[] = [askOwners, workOutDerived, noticeDates];
