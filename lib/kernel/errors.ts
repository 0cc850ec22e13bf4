/** What can go wrong, and the HTTP status each is answered with. The only such table. */
export const statusOfCode = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  invalid: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusOfCode;

/** One field of the input that cannot be used. `path` is dotted, `message` says what was wrong and what to do. */
export type FieldProblem = { path: string; message: string };

/** An error that is meant for the person or program that asked. `message` is a sentence that can be shown. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldProblem[];
  /** What a program or form needs to go on from here, such as both versions of what two people changed. */
  readonly details: Record<string, unknown> | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    fields: FieldProblem[] = [],
    options: ErrorOptions & { details?: Record<string, unknown> } = {},
  ) {
    super(message, options);
    this.code = code;
    this.fields = fields;
    this.details = options.details;
  }
}

/** An answer in the shape of RFC 9457, "Problem Details for HTTP APIs". */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  fields?: FieldProblem[];
  details?: Record<string, unknown>;
  requestId: string;
};

/** What a mutation answers: its data, or the problem to show. */
export type MutationResult<T = unknown> = { ok: true; data: T } | { ok: false; problem: Problem };

const titles: Record<ErrorCode, string> = {
  unauthenticated: "Sign-in needed",
  forbidden: "Not allowed",
  not_found: "Not found",
  conflict: "Conflict",
  too_large: "Too large",
  unsupported: "Unsupported form",
  invalid: "Cannot be used",
  rate_limited: "Too many requests",
  internal: "Internal error",
  unavailable: "Not available right now",
};

/** The problem document of an error. An error that nobody foresaw is told apart by its request id only. */
export function problemOf(error: unknown, requestId: string): Problem {
  const known = asAppError(error);
  return {
    type: `urn:causeway:problem:${known.code}`,
    title: titles[known.code],
    status: statusOfCode[known.code],
    detail: known.message,
    ...(known.fields.length > 0 ? { fields: known.fields } : {}),
    ...(known.details === undefined ? {} : { details: known.details }),
    requestId,
  };
}

const databaseErrors: Record<string, [ErrorCode, string]> = {
  "22021": ["invalid", "The text contains a NUL character; remove it."],
  "22P05": ["invalid", "The text contains a NUL character; remove it."],
  "22P02": ["invalid", "A value has characters that cannot be stored; correct it."],
  "23505": ["conflict", "Something with this name exists already; choose another name."],
  "40001": ["conflict", "Somebody else changed this at the same time; try again."],
  "40P01": ["conflict", "Somebody else changed this at the same time; try again."],
  "53100": ["unavailable", "The disk of the database is full; nothing was saved. Ask an operator to free space."],
  "54001": ["invalid", "The value is nested too deeply; make it flatter."],
  "55P03": ["unavailable", "The data is busy; try again in a moment."],
  "57014": ["unavailable", "That took too long and was stopped; narrow it down and try again."],
  "57P01": ["unavailable", "The database is restarting; try again in a moment."],
  "57P03": ["unavailable", "The database is starting; try again in a moment."],
};

/** Any thrown value as an `AppError`: known database conditions get their sentence, the rest is `internal`. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return cause;
    const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
    const known = databaseErrors[code];
    if (known !== undefined) return new AppError(known[0], known[1], [], { cause: error });
    if (/^(ECONNREFUSED|ECONNRESET|CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT)$/.test(code)) {
      return new AppError(
        "unavailable",
        "The database does not answer; nothing was saved. Try again in a moment.",
        [],
        { cause: error },
      );
    }
  }
  return new AppError(
    "internal",
    "Something went wrong on our side; nothing was saved. Try again, and give the request id to an operator if it stays.",
    [],
    {
      cause: error,
    },
  );
}
