import { checkReadiness } from "#lib/web/check-readiness.ts";

// Ready: the database answers and has the schema that this version needs.
export async function GET(): Promise<Response> {
  const problem = await checkReadiness();
  return Response.json(problem === null ? { status: "ok" } : { status: "not ready", detail: problem }, {
    status: problem === null ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
