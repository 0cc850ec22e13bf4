import type { Job } from "#lib/kernel/jobs/define-job.ts";
import { evaluateByTime } from "#lib/scorecards/evaluation/evaluate-by-time.ts";

export const scorecardsJobs: Job[] = [evaluateByTime];
