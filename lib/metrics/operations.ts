import { listDeliveryRows } from "#lib/metrics/delivery/list-delivery-rows.ts";
import { measureDelivery } from "#lib/metrics/delivery/measure-delivery.ts";
import { listDeployments } from "#lib/metrics/deployments/list-deployments.ts";
import { listLatestDeployments } from "#lib/metrics/deployments/list-latest-deployments.ts";
import { recordDeployment } from "#lib/metrics/deployments/record-deployment.ts";
import { recordDeployments } from "#lib/metrics/deployments/record-deployments.ts";
import { recordIncident } from "#lib/metrics/incidents/record-incident.ts";
import { recordIncidents } from "#lib/metrics/incidents/record-incidents.ts";

/** What metrics can do, through every door. */
export const metricsOperations = [
  recordDeployment,
  recordDeployments,
  listDeployments,
  listLatestDeployments,
  recordIncident,
  recordIncidents,
  measureDelivery,
  listDeliveryRows,
];
