import { AggregatorRegistry, Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

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

/** What web processes and workers both count. */
const shared = ["causeway_operation_duration_seconds", "causeway_outbound_requests_total"];

/** What a process counted of it, in the form of the library, to be added up. */
export type SharedMetrics = object[];

/** What this process counted of what all count. */
export async function readSharedMetrics(): Promise<SharedMetrics> {
  const all = await metrics().registry.getMetricsAsJSON();
  return all.filter(({ name }) => shared.includes(name));
}

/** The numbers of this process in Prometheus' text form; what all processes count is added up with what these others counted. */
export async function metricsText(others: SharedMetrics[]): Promise<string> {
  const { registry } = metrics();
  const own = registry.getMetricsAsArray().filter(({ name }) => !shared.includes(name));
  const texts = await Promise.all(own.map(({ name }) => registry.getSingleMetricAsString(name)));
  const sums = AggregatorRegistry.aggregate([await readSharedMetrics(), ...others]);
  return `${[...texts, await sums.metrics()].join("\n\n").trimEnd()}\n`;
}
