import { z } from "zod";
import { roles } from "#lib/kernel/permissions.ts";

export const CreateServiceAccountInput = z.strictObject({
  name: z.string().trim().min(1, "Name what acts, such as “Deploy robot”").max(120),
  purpose: z.string().trim().max(500, "Use at most 500 characters").default(""),
  role: z.enum(roles),
});

/** What a list of service accounts can be sorted by. */
export const serviceAccountSorts = ["state", "name", "role", "createdAt"] as const;
export type ServiceAccountSort = (typeof serviceAccountSorts)[number];

export const ServiceAccount = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.string(),
  role: z.enum(roles),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  disabledAt: z.string().nullable(),
  /** Keys that work now. */
  keyCount: z.number(),
  lastUsedAt: z.string().nullable(),
});
export type ServiceAccount = z.infer<typeof ServiceAccount>;
