import { z } from "zod";

const providerIds = ["oidc", "github", "google"] as const;

/** An account at a provider that signs a person in. `login` and `email` are what the provider said last. */
export const Identity = z.object({
  id: z.string(),
  provider: z.enum(providerIds),
  issuer: z.string(),
  login: z.string().nullable(),
  email: z.string().nullable(),
  linkedAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
