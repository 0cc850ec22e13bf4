import { describeApi } from "#lib/web/rest/describe-api.ts";

// Public: it says what can be asked, not what is stored.
export async function GET(): Promise<Response> {
  return Response.json(await describeApi(), { headers: { "cache-control": "no-store" } });
}
