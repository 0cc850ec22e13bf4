import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const auditLog = "Audit log";
export const notSealedYet = "Not sealed yet";
export const waiting = (waiting: number) => `${numberText(waiting)} waiting`;
export const sealedTo = (seq: ReactNode) => <>Sealed to {seq},</>;
export const auditLogSub =
  "Who did what, through which door. Entries cannot be changed or deleted, and each is chained to the one before.";
export const searchInEverything = "Search in everything";
export const searchInEverythingPlaceholder = "Search, or who:name";
export const newest = "Newest";
export const older = "Older";
