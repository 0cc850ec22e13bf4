import type { Problem } from "#lib/kernel/errors.ts";

/** What a mutation answers. */
export type MutationOutcome<T> = { ok: true; data: T } | { ok: false; problem: Problem };
