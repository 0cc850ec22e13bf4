import { z } from "zod";
import { PastMoment } from "#lib/metrics/services/moment.ts";
import { ServiceRef } from "#lib/metrics/services/service-ref.ts";

const text = (max: number) => z.string().trim().min(1, "Cannot be empty").max(max, `Use at most ${max} characters`);
const production = new Set(["production", "prod", "live"]);

/** Where an event came from, and its number there. */
export const EventKey = z.strictObject({ source: text(100), sourceId: text(300) });

export const DeployedChange = z.strictObject({
  sourceId: text(300),
  title: text(500),
  author: text(200).optional(),
  /** Left out: decided by the author's name. */
  isBot: z.boolean().optional(),
  firstCommitAt: PastMoment.optional(),
  openedAt: PastMoment.optional(),
  mergedAt: PastMoment.optional(),
});

const fields = z.strictObject({
  source: text(100),
  sourceId: text(300),
  /** A retry of the same deployment has the next number. */
  attempt: z.number().int().min(1).max(1000).default(1),
  service: ServiceRef,
  environment: text(100)
    .transform((name) => name.toLowerCase())
    .transform((name) => (production.has(name) ? "production" : name))
    .default("production"),
  status: z.enum(["succeeded", "failed", "cancelled"]),
  version: text(200).optional(),
  commitSha: text(64).optional(),
  deployedBy: text(200).optional(),
  /** False: made because of an incident or a bug that users saw. */
  isPlanned: z.boolean().default(true),
  /** The earlier deployment that this one repairs: a hotfix or a rollback. */
  fixes: EventKey.optional(),
  startedAt: PastMoment.optional(),
  finishedAt: PastMoment,
  changes: z.array(DeployedChange).max(1000, "Send at most 1,000 changes of one deployment").default([]),
});

/** A deployment as a pipeline reports it. */
export const RecordedDeployment = fields.superRefine((deployment, context) => {
  if (deployment.startedAt !== undefined && Date.parse(deployment.startedAt) > Date.parse(deployment.finishedAt)) {
    context.addIssue({
      code: "custom",
      path: ["startedAt"],
      message: "Lies after finishedAt; a deployment starts before it ends",
    });
  }
  if (deployment.fixes?.source === deployment.source && deployment.fixes.sourceId === deployment.sourceId) {
    context.addIssue({
      code: "custom",
      path: ["fixes"],
      message: "Names the deployment itself; name the earlier one that it repairs",
    });
  }
});
export type RecordedDeployment = z.output<typeof RecordedDeployment>;

/** What the sender is told; the same for a redelivery. */
export const RecordedEvent = z.object({
  id: z.string(),
  serviceRef: z.string(),
  entityId: z.string().nullable(),
  remarks: z.array(z.string()),
});

export const Deployment = z.object({
  id: z.string(),
  serviceRef: z.string(),
  version: z.string().nullable(),
  status: z.enum(["succeeded", "failed", "cancelled"]),
  environment: z.string(),
  isPlanned: z.boolean(),
  isFix: z.boolean(),
  deployedBy: z.string().nullable(),
  finishedAt: z.string(),
  title: z.string().nullable(),
  changeCount: z.number(),
  /** Of the slowest change in it. */
  leadHours: z.number().nullable(),
});
export type Deployment = z.infer<typeof Deployment>;

export const DeploymentHistory = z.object({
  window: z.object({ from: z.string(), to: z.string() }),
  counted: z.number(),
  failed: z.number(),
  days: z.array(
    z.object({
      date: z.string(),
      deployments: z.array(
        z.object({
          id: z.string(),
          version: z.string().nullable(),
          status: Deployment.shape.status,
          isPlanned: z.boolean(),
        }),
      ),
    }),
  ),
  deployments: z.array(Deployment),
});
export type DeploymentHistory = z.infer<typeof DeploymentHistory>;
