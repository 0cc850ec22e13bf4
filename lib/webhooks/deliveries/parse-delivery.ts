import { AppError } from "#lib/kernel/errors.ts";
import { type DeliveryType, deliveryTypes } from "#lib/webhooks/endpoints/schema.ts";

/** What the body of a delivery says: `{"type": "deployment", "data": {…}}`, as Standard Webhooks has it. @throws AppError `invalid` */
export function parseDelivery(body: Buffer): { type: DeliveryType; data: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch {
    throw new AppError("invalid", "The body is not JSON.");
  }
  const { type, data } = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const known = deliveryTypes.find((candidate) => candidate === type);
  if (known === undefined) {
    const message = `Nothing here handles this; use one of: ${deliveryTypes.join(", ")}`;
    throw new AppError("invalid", "The type of the event is not known.", [{ path: "type", message }]);
  }
  if (typeof data !== "object" || data === null) {
    throw new AppError("invalid", "The event has no data.", [
      { path: "data", message: "Missing; put the event in here" },
    ]);
  }
  return { type: known, data };
}
