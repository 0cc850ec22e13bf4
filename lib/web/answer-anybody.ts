import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { AppError, type MutationResult, problemOf } from "#lib/kernel/errors.ts";
import { requireOwnOrigin } from "#lib/web/require-own-origin.ts";

/** The mutation door for people who are not signed in (yet). What comes in is looked at here; `work` decides the rest. */
export async function answerAnybody<Input extends z.ZodType, T>(
  schema: Input,
  raw: unknown,
  work: (input: z.output<Input>) => Promise<T>,
): Promise<MutationResult<T>> {
  try {
    await requireOwnOrigin();
    const parsed = schema.safeParse(raw);
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
      throw new AppError("invalid", "Some of the input cannot be used; nothing was saved.", fields);
    }
    return { ok: true, data: await work(parsed.data) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, randomUUID()) };
  }
}
