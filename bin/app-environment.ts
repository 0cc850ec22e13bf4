import { roleUrl } from "#db/roles.ts";
import { childEnvironment } from "./environment.ts";
import type { Installation } from "./installation.ts";
import { fromInvocation } from "./root.ts";

/** What Causeway's own processes are told. Only the worker learns the queue's connection; none learns the owner's. */
export function appEnvironment(
  installation: Installation,
  ownerUrl: string,
  options: { hasQueue: boolean; mode: "production" | "development" },
) {
  const { settings, secret } = installation;
  return childEnvironment({
    NODE_ENV: options.mode,
    NEXT_TELEMETRY_DISABLED: "1",
    CAUSEWAY_APP_DATABASE_URL: roleUrl(ownerUrl, "app", secret),
    CAUSEWAY_QUERY_DATABASE_URL: roleUrl(ownerUrl, "query", secret),
    CAUSEWAY_JOBS_DATABASE_URL: options.hasQueue ? roleUrl(ownerUrl, "jobs", secret) : undefined,
    CAUSEWAY_SECRET: secret,
    CAUSEWAY_DATA_DIR: installation.dataDir,
    CAUSEWAY_KEY_RING:
      settings.CAUSEWAY_KEY_RING === undefined ? undefined : fromInvocation(settings.CAUSEWAY_KEY_RING),
    CAUSEWAY_DEMO: installation.isDemo ? "on" : "off",
    CAUSEWAY_HOST: settings.CAUSEWAY_HOST,
    CAUSEWAY_PORT: String(settings.CAUSEWAY_PORT),
    CAUSEWAY_ORIGIN: installation.origin,
    CAUSEWAY_PRIVATE_NETWORKS: settings.CAUSEWAY_PRIVATE_NETWORKS.join(","),
    CAUSEWAY_EMBED_ORIGINS: settings.CAUSEWAY_EMBED_ORIGINS.join(","),
    CAUSEWAY_OIDC_ISSUER: settings.CAUSEWAY_OIDC_ISSUER,
    CAUSEWAY_OIDC_CLIENT_ID: settings.CAUSEWAY_OIDC_CLIENT_ID,
    CAUSEWAY_OIDC_CLIENT_SECRET: settings.CAUSEWAY_OIDC_CLIENT_SECRET,
    CAUSEWAY_OIDC_NAME: settings.CAUSEWAY_OIDC_NAME,
    CAUSEWAY_GITHUB_CLIENT_ID: settings.CAUSEWAY_GITHUB_CLIENT_ID,
    CAUSEWAY_GITHUB_CLIENT_SECRET: settings.CAUSEWAY_GITHUB_CLIENT_SECRET,
    CAUSEWAY_GITHUB_URL: settings.CAUSEWAY_GITHUB_URL,
    CAUSEWAY_GOOGLE_CLIENT_ID: settings.CAUSEWAY_GOOGLE_CLIENT_ID,
    CAUSEWAY_GOOGLE_CLIENT_SECRET: settings.CAUSEWAY_GOOGLE_CLIENT_SECRET,
    CAUSEWAY_SMTP_URL: settings.CAUSEWAY_SMTP_URL,
    CAUSEWAY_MAIL_FROM: settings.CAUSEWAY_MAIL_FROM,
    CAUSEWAY_TRUSTED_PROXIES: String(settings.CAUSEWAY_TRUSTED_PROXIES),
    CAUSEWAY_KEEP_DELIVERIES_DAYS: String(settings.CAUSEWAY_KEEP_DELIVERIES_DAYS),
    CAUSEWAY_METRICS_TOKEN: settings.CAUSEWAY_METRICS_TOKEN,
    OTEL_EXPORTER_OTLP_ENDPOINT: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
    CAUSEWAY_LOG_LEVEL: settings.CAUSEWAY_LOG_LEVEL,
  });
}

/** The same for making sample data: thousands of operations, of which only problems are worth a line. */
export function seedEnvironment(installation: Installation, ownerUrl: string) {
  const level = process.env.CAUSEWAY_LOG_LEVEL || "warn";
  return {
    ...appEnvironment(installation, ownerUrl, { hasQueue: true, mode: "production" }),
    CAUSEWAY_LOG_LEVEL: level,
  };
}
