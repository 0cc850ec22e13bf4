import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const leaveOrg = (org: ReactNode) => <>Leave {org}</>;
export const youLoseAccessWithYour =
  "You lose access with your next click, and the API keys you created stop working. What you did stays on record.";
export const leave = "Leave";
export const leaveOrgQuestion = (org: string) => `Leave ${org}?`;
export const onlyAnAdminCanBring = "Only an admin can bring you back.";
export const deleteOrg = (org: ReactNode) => <>Delete {org}</>;
export const itClosesForEverybody = (days: number) =>
  `It closes for everybody at once: pages, keys and webhooks; background work waits. An admin can bring it back for ${numberText(days)} days; then everything in it is erased, its audit log too.`;
export const deleteLabel = "Delete";
export const deleteOrgQuestion = (org: string) => `Delete ${org}?`;
export const nobodyCanOpen = (days: number) =>
  `Nobody can open it from now on. You find it under Your organizations and can bring it back for ${numberText(days)} days. Export what you want to keep of the audit log first.`;
export const deleteTheOrganization = "Delete the organization";
