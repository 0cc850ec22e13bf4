import { answerCallback } from "#lib/web/providers/answer-callback.ts";

export async function GET(request: Request, { params }: { params: Promise<{ provider: string }> }) {
  return answerCallback(request, (await params).provider);
}
