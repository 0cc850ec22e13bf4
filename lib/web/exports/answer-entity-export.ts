import { randomUUID } from "node:crypto";
import { AppError } from "#lib/kernel/errors.ts";
import { answerFile } from "#lib/web/answer-file.ts";
import { entityForms, writeEntities } from "#lib/web/exports/write-entities.ts";
import { problemResponse } from "#lib/web/rest/answer-request.ts";
import { authenticateRequest } from "#lib/web/rest/authenticate-request.ts";

type Props = { params: Promise<{ form: string }> };

/** What a list of the catalog shows as a CSV, JSON or YAML file, for people and for keys. It only reads, therefore nothing is written down. */
export async function answerEntityExport(request: Request, { params }: Props): Promise<Response> {
  const requestId = randomUUID();
  try {
    const ctx = await authenticateRequest(request, requestId);
    const asked = (await params).form;
    const form = entityForms.find((known) => known === asked);
    if (form === undefined) throw new AppError("not_found", `Ask for ${entityForms.join(", ")}.`);
    const given: Record<string, string | string[]> = {};
    const { searchParams } = new URL(request.url);
    for (const name of new Set(searchParams.keys())) {
      const values = searchParams.getAll(name).filter((value) => value !== "");
      if (name !== "org" && values.length > 0) given[name] = values.length === 1 ? (values[0] ?? "") : values;
    }
    const file = await writeEntities(ctx, form, given);
    const answer = answerFile(file.name, file.pages, file.type);
    answer.headers.set("x-request-id", requestId);
    return answer;
  } catch (error) {
    return problemResponse(error, requestId);
  }
}
