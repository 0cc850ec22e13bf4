import type { MutationResult } from "#lib/kernel/errors.ts";

/** What somebody may do to an entity as a whole. */
export type EntityDeeds = {
  archive: (reason: string) => Promise<MutationResult>;
  restore: () => Promise<MutationResult>;
  remove: (expectedVersion: number) => Promise<MutationResult>;
  verify: (expectedVersion: number) => Promise<MutationResult>;
};

/** The entity that it is done to, as deeds and dialogs name it. */
export type DeedSubject = {
  org: string;
  blueprint: string;
  identifier: string;
  title: string;
  version: number;
  isArchived: boolean;
};
