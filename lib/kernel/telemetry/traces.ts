import {
  type Attributes,
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type SpanContext,
  SpanStatusCode,
  type TextMapPropagator,
  trace,
} from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";

declare global {
  var causewayTracing: TracerProvider | undefined;
}

const traceparent = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Sends traces over OTLP/HTTP when there is an endpoint: requests (Next makes those spans), operations, transactions, jobs. Without one
 * nothing is recorded and `withSpan` only calls its work. Attributes name operations and jobs, never what is in them.
 */
export function startTracing(service: "web" | "worker", endpoint: string | undefined): void {
  if (endpoint === undefined || globalThis.causewayTracing !== undefined) return;
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": `causeway-${service}`, "service.namespace": "causeway" }),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1_000, exportTimeoutMillis: 3_000 })],
  });
  globalThis.causewayTracing = provider;
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(w3c);
  trace.setGlobalTracerProvider(provider);
}

/** Sends what was recorded; for the end of a process. */
export async function stopTracing(): Promise<void> {
  await globalThis.causewayTracing?.shutdown().catch(() => undefined);
  globalThis.causewayTracing = undefined;
}

/** Runs `work` as a span of the current trace, or of `parent`, a `traceparent`, when there is no current one. */
export function withSpan<T>(
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
  parent?: string | null,
): Promise<T> {
  if (globalThis.causewayTracing === undefined) return work();
  const active = context.active();
  const base = trace.getSpanContext(active) === undefined ? contextOf(ROOT_CONTEXT, parent) : active;
  return trace.getTracer("causeway").startActiveSpan(name, { attributes }, base, async (span) => {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "internal";
      span.setAttribute("error.type", code);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The current span as a `traceparent`, to be carried elsewhere. */
export function currentTraceparent(): string | undefined {
  const current = globalThis.causewayTracing === undefined ? undefined : trace.getSpanContext(context.active());
  return current === undefined ? undefined : formatTraceparent(current);
}

function formatTraceparent({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
}

function contextOf(base: Context, header: string | null | undefined): Context {
  const [, traceId, spanId, flags] = traceparent.exec(header ?? "") ?? [];
  if (traceId === undefined || spanId === undefined || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return base;
  return trace.setSpanContext(base, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags ?? "0", 16) & 1,
    isRemote: true,
  });
}

/** W3C Trace Context, the only form that we take and give. */
const w3c: TextMapPropagator = {
  inject(active, carrier, setter) {
    const current = trace.getSpanContext(active);
    if (current !== undefined) setter.set(carrier, "traceparent", formatTraceparent(current));
  },
  extract(active, carrier, getter) {
    const header = getter.get(carrier, "traceparent");
    return contextOf(active, Array.isArray(header) ? header[0] : header);
  },
  fields: () => ["traceparent"],
};
