import { z } from "zod";
import { ProviderId } from "#lib/identity/providers/schema.ts";

/** An account at a provider that signs a person in. `login` and `email` are what the provider said last. */
export const Identity = z.object({
  id: z.string(),
  provider: ProviderId,
  issuer: z.string(),
  login: z.string().nullable(),
  email: z.string().nullable(),
  linkedAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
