import { z } from "zod";
import { type Permission, permissionTable, roles } from "#lib/kernel/permissions.ts";

const permissions = permissionTable().map(({ permission }) => permission) as [Permission, ...Permission[]];

const expiresInDays = z.coerce.number().int().min(1, "Use 1 to 365 days").max(365, "Use 1 to 365 days");

export const CreateKeyInput = z.strictObject({
  name: z.string().trim().min(1, "Say what the key is for, such as “deploy pipeline”").max(120),
  role: z.enum(roles).optional().describe("everything that this role may now; or give scopes"),
  scopes: z
    .array(z.enum(permissions, "Not a permission; the roles page lists them"))
    .min(1, "Choose at least one thing that the key may do")
    .max(permissions.length)
    .transform((scopes) => [...new Set(scopes)].sort())
    .optional()
    .describe("exactly these permissions"),
  serviceAccountId: z.uuid().optional().describe("the service account that owns the key, instead of you"),
  expiresInDays: expiresInDays.default(90),
});

export const RotateKeyInput = z.strictObject({
  id: z.uuid(),
  expiresInDays: expiresInDays.default(90),
  graceHours: z.coerce
    .number()
    .int()
    .min(0, "Use 0 to 168 hours")
    .max(168, "Use 0 to 168 hours")
    .default(24)
    .describe("how long the old key still works"),
});

/** What a list of keys can be sorted by. */
export const keySorts = ["state", "name", "lastUsedAt", "createdAt", "expiresAt"] as const;
export type KeySort = (typeof keySorts)[number];

export const networks = ["this machine", "private network", "internet"] as const;
export type Network = (typeof networks)[number];

export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  role: z.enum(roles),
  scopes: z.array(z.string()).nullable(),
  createdBy: z.string(),
  serviceAccount: z.object({ id: z.string(), name: z.string(), isDisabled: z.boolean() }).nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
  lastUsedFrom: z.enum(networks).nullable(),
  revokedAt: z.string().nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;
