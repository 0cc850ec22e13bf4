import { randomUUID } from "node:crypto";
import { log } from "#lib/kernel/log.ts";
import { problemResponse } from "#lib/web/rest/answer-request.ts";
import { readBytes } from "#lib/web/rest/body-limits.ts";
import { receiveDelivery } from "#lib/webhooks/deliveries/receive-delivery.ts";

const largestBytes = 1024 * 1024;

/** The door of inbound webhooks: the signature is who asks. 202 means that the delivery is kept and will be processed. */
export async function answerDelivery(request: Request, org: string, webhook: string): Promise<Response> {
  const requestId = randomUUID();
  const startedAt = performance.now();
  let response: Response;
  try {
    const body = await readBytes(request, largestBytes);
    const { isNew } = await receiveDelivery({ org, webhook, headers: request.headers, body });
    response = Response.json({ status: isNew ? "accepted" : "accepted before" }, { status: 202 });
  } catch (error) {
    response = problemResponse(error, requestId);
    response.headers.delete("www-authenticate");
  }
  response.headers.set("cache-control", "private, no-store");
  const durationMs = Math.round(performance.now() - startedAt);
  log().info({ event: "hook", org, webhook, status: response.status, requestId, durationMs });
  return response;
}
