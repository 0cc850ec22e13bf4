import { z } from "zod";
import { executeRun } from "#lib/actions/runs/execute-run.ts";
import { defineJob, type Job } from "#lib/kernel/jobs/define-job.ts";

const runExecute = defineJob({
  name: "run.execute",
  payload: z.object({ runId: z.uuid() }),
  countsCrashes: true,
  run: ({ ctx, payload, signal }) => executeRun({ ctx, runId: payload.runId, signal }),
});

export const actionsJobs: Job[] = [runExecute];
