import { z } from "zod";
import type { Permission } from "#lib/kernel/permissions.ts";

/** What a notification can be about, and what one has to be allowed to read to get it. */
export const kinds = {
  "run.failed": { label: "A run of yours failed", permission: "run:read", isOptional: true },
  "run.ended": { label: "A run of yours succeeded or was cancelled", permission: "run:read", isOptional: true },
  "score.dropped": { label: "Something you own dropped a level", permission: "scorecard:read", isOptional: true },
  "owner.changed": { label: "Something you own lost its owner", permission: "entity:read", isOptional: true },
  "verification.due": { label: "Something you own should be confirmed", permission: "entity:read", isOptional: true },
  "import.refused": {
    label: "An import of yours was refused in part",
    permission: "import:read",
    isOptional: true,
  },
  "key.expiring": { label: "A key of yours expires in seven days", permission: "org:read", isOptional: true },
  "member.changed": { label: "What you may do here changed", permission: "org:read", isOptional: false },
} as const satisfies Record<string, { label: string; permission: Permission; isOptional: boolean }>;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as [Kind, ...Kind[]];
export const shows = ["inbox", "unread", "archived"] as const;

export const Notification = z.object({
  id: z.string(),
  kind: z.enum(kindNames),
  title: z.string(),
  body: z.string(),
  /** Below the organization's address. */
  href: z.string(),
  tone: z.enum(["neutral", "accent", "ok", "warn", "bad", "note"]),
  needsAction: z.boolean(),
  /** How often it happened while the notification was open. */
  occurrences: z.number().int(),
  at: z.string(),
  isRead: z.boolean(),
  isArchived: z.boolean(),
});
export type Notification = z.infer<typeof Notification>;

export const NotificationIds = z.array(z.uuid("Use the id of a notification")).min(1, "Name at least one").max(200);
