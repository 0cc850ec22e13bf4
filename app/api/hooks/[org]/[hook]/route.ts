import { answerDelivery } from "#lib/web/hooks/answer-delivery.ts";

type RouteContext = { params: Promise<{ org: string; hook: string }> };

// What other systems send. Standard Webhooks: signed, at most five minutes old, each message once.
export async function POST(request: Request, { params }: RouteContext): Promise<Response> {
  const { org, hook } = await params;
  return answerDelivery(request, org, hook);
}
