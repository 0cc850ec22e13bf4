import { actionsOperations } from "#lib/actions/operations.ts";
import { auditOperations } from "#lib/audit/operations.ts";
import { catalogOperations } from "#lib/catalog/operations.ts";
import { identityOperations } from "#lib/identity/operations.ts";
import { ingestionOperations } from "#lib/ingestion/operations.ts";
import type { Operation } from "#lib/kernel/operation.ts";
import { kernelOperations } from "#lib/kernel/operations.ts";
import { metricsOperations } from "#lib/metrics/operations.ts";
import { notificationsOperations } from "#lib/notifications/operations.ts";
import { scorecardsOperations } from "#lib/scorecards/operations.ts";
import { secretsOperations } from "#lib/secrets/operations.ts";
import { webhooksOperations } from "#lib/webhooks/operations.ts";

/** Every operation that programs may call. The REST door, its OpenAPI document and the reference page are made from this list. */
export const operations = [
  ...catalogOperations,
  ...ingestionOperations,
  ...scorecardsOperations,
  ...actionsOperations,
  ...metricsOperations,
  ...identityOperations,
  ...auditOperations,
  ...notificationsOperations,
  ...secretsOperations,
  ...webhooksOperations,
  ...kernelOperations,
] as unknown as Operation[];
