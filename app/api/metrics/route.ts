import { renderMetrics } from "#lib/web/render-metrics.ts";

export { renderMetrics as GET };
