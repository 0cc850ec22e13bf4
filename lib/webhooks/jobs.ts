import { z } from "zod";
import { AppError, asAppError } from "#lib/kernel/errors.ts";
import { defineJob, type Job } from "#lib/kernel/jobs/define-job.ts";
import { processDelivery } from "#lib/webhooks/deliveries/process-delivery.ts";
import { refuseDelivery } from "#lib/webhooks/deliveries/refuse-delivery.ts";

const mostAttempts = 5;

/** A delivery that says something unusable is refused at once; one that met a fault of ours is tried again some times. */
const webhookProcess = defineJob({
  name: "webhook.process",
  payload: z.object({ deliveryId: z.uuid() }),
  async run({ ctx, payload, attempt }) {
    const id = payload.deliveryId;
    try {
      await processDelivery.call(ctx, { id });
    } catch (error) {
      const known = asAppError(error);
      const isOurs = known.code === "internal" || known.code === "unavailable";
      if (isOurs && attempt < mostAttempts) throw error;
      await refuseDelivery
        .call(ctx, { id, problem: { message: known.message, fields: known.fields } })
        .catch(ignoreEnded);
    }
  },
});

// Somebody else processed it meanwhile.
function ignoreEnded(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== "not_found") throw error;
}

export const webhooksJobs: Job[] = [webhookProcess];
