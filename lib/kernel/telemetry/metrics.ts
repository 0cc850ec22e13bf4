import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

type Metrics = {
  registry: Registry;
  operations: Histogram<"operation" | "outcome" | "door">;
  outbound: Counter<"outcome">;
};

declare global {
  var causewayMetrics: Metrics | undefined;
}

/**
 * The numbers of this process. No label names an organization or a person: they would tell who uses what, and there may be thousands.
 * Kept on `globalThis`, as a bundler may load this file more than once.
 */
export function metrics(): Metrics {
  globalThis.causewayMetrics ??= makeMetrics();
  return globalThis.causewayMetrics;
}

function makeMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    operations: new Histogram({
      name: "causeway_operation_duration_seconds",
      help: "How long operations took, by name, how they ended and how they were reached.",
      labelNames: ["operation", "outcome", "door"],
      buckets: [0.005, 0.025, 0.1, 0.5, 2.5, 10],
      registers,
    }),
    outbound: new Counter({
      name: "causeway_outbound_requests_total",
      help: "Requests to other systems, by how they ended: answered, refused before connecting, or failed.",
      labelNames: ["outcome"],
      registers,
    }),
  };
}
