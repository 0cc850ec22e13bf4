import { z } from "zod";
import { roles } from "#lib/kernel/permissions.ts";

export const CreateKeyInput = z.strictObject({
  name: z.string().trim().min(1, "Say what the key is for, such as “deploy pipeline”").max(120),
  role: z.enum(roles),
  expiresInDays: z.coerce.number().int().min(1, "Use 1 to 365 days").max(365, "Use 1 to 365 days").default(90),
});

export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  role: z.enum(roles),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
