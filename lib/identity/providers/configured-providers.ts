import type { ProviderId } from "#lib/identity/providers/schema.ts";
import { settings } from "#lib/kernel/env.ts";

/** A provider that people may sign in with. `issuer` and the subject are what an account is recognized by (`issuerKey`). */
export type Provider = {
  id: ProviderId;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
};

/** What accounts of a provider are stored under: its issuer, however the setting ends. */
export function issuerKey({ issuer }: Pick<Provider, "issuer">): string {
  return issuer.replace(/\/+$/, "");
}

/** The providers that the operator set up, in the order of their buttons. */
export function configuredProviders(from = settings()): Provider[] {
  const found: Provider[] = [];
  const add = (parts: Pick<Provider, "id" | "name" | "issuer">, clientId?: string, clientSecret?: string) => {
    if (clientId !== undefined && clientSecret !== undefined) found.push({ ...parts, clientId, clientSecret });
  };
  if (from.CAUSEWAY_OIDC_ISSUER !== undefined)
    add(
      { id: "oidc", name: from.CAUSEWAY_OIDC_NAME, issuer: from.CAUSEWAY_OIDC_ISSUER },
      from.CAUSEWAY_OIDC_CLIENT_ID,
      from.CAUSEWAY_OIDC_CLIENT_SECRET,
    );
  add(
    { id: "github", name: "GitHub", issuer: new URL(from.CAUSEWAY_GITHUB_URL).origin },
    from.CAUSEWAY_GITHUB_CLIENT_ID,
    from.CAUSEWAY_GITHUB_CLIENT_SECRET,
  );
  add(
    { id: "google", name: "Google", issuer: "https://accounts.google.com" },
    from.CAUSEWAY_GOOGLE_CLIENT_ID,
    from.CAUSEWAY_GOOGLE_CLIENT_SECRET,
  );
  return found;
}

/** A provider by its name in addresses, or null when it is not set up. */
export function configuredProvider(id: string): Provider | null {
  return configuredProviders().find((provider) => provider.id === id) ?? null;
}
