import type { FlowProblem } from "#lib/identity/providers/schema.ts";

/** A way through a provider that led nowhere; `reason` is what the person is told, the cause is for the log. */
export class FlowError extends Error {
  readonly reason: FlowProblem;

  constructor(reason: FlowProblem, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}
