import * as words from "#components/words/patterns/rest-client.ts";
import type { Problem } from "#lib/kernel/errors.ts";

/** A request of our own REST door that was refused; `message` can be shown. */
export class RestError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

type Parameters = Record<string, string | number | boolean | string[] | undefined>;

/**
 * Reads `/api/v1` as the signed-in person. Lists become repeated parameters.
 * @throws RestError
 */
export async function restGet<T>(
  org: string,
  path: `/${string}`,
  parameters: Parameters = {},
  signal?: AbortSignal,
): Promise<T> {
  const search = new URLSearchParams({ org });
  for (const [name, value] of Object.entries(parameters)) {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) search.append(`${name}[${index}]`, item);
    else if (value !== undefined) search.set(name, String(value));
  }
  const response = await fetch(`/api/v1${path}?${search}`, signal === undefined ? {} : { signal });
  return readAnswer<T>(response);
}

/**
 * Sends JSON to `/api/v1` as the signed-in person: for bodies that are too large for a mutation. Takes text that is JSON already as it is.
 * @throws RestError
 */
export async function restPost<T>(
  org: string,
  path: `/${string}`,
  body: object | string,
  signal?: AbortSignal,
): Promise<T> {
  const response = await fetch(`/api/v1${path}?${new URLSearchParams({ org })}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });
  return readAnswer<T>(response);
}

async function readAnswer<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new RestError(isProblem(body) ? body : unreadable(response.status));
  return body as T;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "detail" in body && "requestId" in body;
}

function unreadable(status: number): Problem {
  return {
    type: "about:blank",
    title: words.noAnswer,
    status,
    detail: words.noAnswerDetail,
    requestId: "",
  };
}
