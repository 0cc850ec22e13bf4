import { AppError } from "#lib/kernel/errors.ts";
import type { InlineSubscriber } from "#lib/kernel/events.ts";
import type { Operation } from "#lib/kernel/operation.ts";
import { recordDeployment } from "#lib/metrics/deployments/record-deployment.ts";
import { recordIncident } from "#lib/metrics/incidents/record-incident.ts";

/** Records what a webhook was sent, with the operation that the REST door has for it. */
function recording(topic: string, operation: Operation): InlineSubscriber {
  return {
    topic,
    name: `record-${topic}`,
    async run({ ctx, tx, events }) {
      for (const { detail } of events) {
        const { data } = detail as { data: unknown };
        try {
          await operation.call(ctx, data, tx);
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== "invalid") throw error;
          const fields = error.fields.map(({ path, message }) => ({
            path: path === "" ? "data" : `data.${path}`,
            message,
          }));
          throw new AppError("invalid", "The event cannot be recorded; nothing was saved.", fields);
        }
      }
    },
  };
}

export const recordDeliveredEvents: InlineSubscriber[] = [
  recording("webhook.deployment-received", recordDeployment as unknown as Operation),
  recording("webhook.incident-received", recordIncident as unknown as Operation),
];
