import type { MutationResult } from "#lib/kernel/errors.ts";

type Key = { blueprint: string; identifier: string };

/** What somebody may do to what is archived. */
export type ArchivedDeeds = {
  archive: (key: Key, reason: string) => Promise<MutationResult>;
  restore: (key: Key) => Promise<MutationResult>;
};
