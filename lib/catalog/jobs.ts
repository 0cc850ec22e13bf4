import { workOutDerived } from "#lib/catalog/derived/work-out-derived.ts";
import { askOwners } from "#lib/catalog/verification/ask-owners.ts";
import type { Job } from "#lib/kernel/jobs/define-job.ts";

export const catalogJobs: Job[] = [askOwners, workOutDerived];
