import { randomUUID } from "node:crypto";
import { AppError } from "#lib/kernel/errors.ts";
import { answerFile } from "#lib/web/answer-file.ts";
import { entityForms, writeEntities, writeSelection } from "#lib/web/exports/write-entities.ts";
import { problemResponse, readJson } from "#lib/web/rest/answer-request.ts";
import { authenticateRequest } from "#lib/web/rest/authenticate-request.ts";

type Props = { params: Promise<{ form: string }> };

/**
 * What a list of the catalog shows as a CSV, JSON or YAML file, for people and for keys: a filter in the address, or what was selected in the
 * body. It only reads, therefore nothing is written down.
 */
export async function answerEntityExport(request: Request, { params }: Props): Promise<Response> {
  const requestId = randomUUID();
  try {
    const ctx = await authenticateRequest(request, requestId);
    const named = (await params).form;
    const form = entityForms.find((known) => known === named);
    if (form === undefined) throw new AppError("not_found", `Ask for ${entityForms.join(", ")}.`);
    const url = new URL(request.url);
    const file =
      request.method === "POST"
        ? await writeSelection(ctx, form, await readJson(request, url.pathname))
        : await writeEntities(ctx, form, asked(url.searchParams));
    const answer = answerFile(file.name, file.pages, file.type);
    answer.headers.set("x-request-id", requestId);
    return answer;
  } catch (error) {
    return problemResponse(error, requestId);
  }
}

function asked(parameters: URLSearchParams): Record<string, string | string[]> {
  const given: Record<string, string | string[]> = {};
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name).filter((value) => value !== "");
    if (name !== "org" && values.length > 0) given[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return given;
}
