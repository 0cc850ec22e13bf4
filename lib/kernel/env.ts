import { z } from "zod";

/**
 * Every setting of Causeway, in one place. Nothing else in lib, db, app or components reads `process.env`.
 * A `CAUSEWAY_*` variable that is not listed here is refused, so that a typing error never becomes a silent default.
 */
const networks = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  );

const origins = networks
  .pipe(z.array(z.url({ protocol: /^https?$/, error: "needs addresses such as https://grafana.example.com" })))
  .transform((addresses) => [...new Set(addresses.map((address) => new URL(address).origin))]);

const Settings = z.object({
  /** An outside PostgreSQL, as its owner. Unset: the embedded one is used. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Connection of the role that row-level security applies to. Set by the supervisor. */
  CAUSEWAY_APP_DATABASE_URL: z.string().optional(),
  /** Connection of the read-only role that compiled catalog queries run as. Set by the supervisor. */
  CAUSEWAY_QUERY_DATABASE_URL: z.string().optional(),
  /** Connection of the role that owns the queue's schema. Set by the supervisor. */
  CAUSEWAY_JOBS_DATABASE_URL: z.string().optional(),
  /** The one address people use; checked against `Origin` on every mutation. */
  CAUSEWAY_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  CAUSEWAY_HOST: z.string().default("127.0.0.1"),
  CAUSEWAY_PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** Where the embedded database, repositories and the generated secret live. */
  CAUSEWAY_DATA_DIR: z.string().optional(),
  /** Signs sessions and derives database passwords. Unset: generated once into the data directory. */
  CAUSEWAY_SECRET: z.string().min(32, "needs at least 32 characters").optional(),
  /** The file with further keys for stored secrets. Unset: `key-ring` in the data directory, when it is there. */
  CAUSEWAY_KEY_RING: z.string().optional(),
  /** `on`: sample organization and one-click sign-in links; only with the embedded database. */
  CAUSEWAY_DEMO: z.enum(["on", "off"]).optional(),
  /** CIDR ranges of private networks that outbound requests may reach, for example `10.1.0.0/16,127.0.0.1/32`. */
  CAUSEWAY_PRIVATE_NETWORKS: networks,
  /** Whose pages may be shown inside ours, as `https://grafana.example.com,…`; never our own. */
  CAUSEWAY_EMBED_ORIGINS: origins,
  /** An OpenID Connect provider that people sign in with: its issuer, and how it knows this installation. */
  CAUSEWAY_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  CAUSEWAY_OIDC_CLIENT_ID: z.string().optional(),
  CAUSEWAY_OIDC_CLIENT_SECRET: z.string().optional(),
  /** What the button says, as in "Continue with Harbourline SSO". */
  CAUSEWAY_OIDC_NAME: z.string().max(60).default("single sign-on"),
  CAUSEWAY_GITHUB_CLIENT_ID: z.string().optional(),
  CAUSEWAY_GITHUB_CLIENT_SECRET: z.string().optional(),
  /** A GitHub Enterprise Server in place of github.com. */
  CAUSEWAY_GITHUB_URL: z.url({ protocol: /^https?$/ }).default("https://github.com"),
  CAUSEWAY_GOOGLE_CLIENT_ID: z.string().optional(),
  CAUSEWAY_GOOGLE_CLIENT_SECRET: z.string().optional(),
  /** The mail server that letters go to, such as `smtps://user:password@mail.example.com`. Unset: links are shown instead of sent. */
  CAUSEWAY_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** From whom letters are, such as `Causeway <portal@example.com>`. */
  CAUSEWAY_MAIL_FROM: z.string().max(300).optional(),
  /** How many proxies of ours a request passes. Only the entries of `X-Forwarded-For` that they added are believed. */
  CAUSEWAY_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** For how many days it is kept what inbound webhooks were sent. */
  CAUSEWAY_KEEP_DELIVERIES_DAYS: z.coerce.number().int().min(1).max(3650).default(90),
  /** Whoever sends it may read `/api/metrics`. Unset: there are no metrics to read. */
  CAUSEWAY_METRICS_TOKEN: z.string().min(16, "needs at least 16 characters").optional(),
  /** Where traces go, over OTLP/HTTP, for example `http://127.0.0.1:4318`. Unset: nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  CAUSEWAY_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

export type Settings = z.infer<typeof Settings>;

/** The settings could not be used. `message` is one sentence for the operator. */
export class SettingsError extends Error {}

const knownNames = new Set(Object.keys(Settings.shape));

/**
 * Reads settings from an environment.
 * @throws SettingsError naming the variable, what is wrong and what to do.
 */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  for (const name of Object.keys(environment)) {
    if (name.startsWith("CAUSEWAY_") && !knownNames.has(name)) {
      const nearest = [...knownNames].filter((known) => known.startsWith("CAUSEWAY_")).join(", ");
      throw new SettingsError(`${name} is not a setting of Causeway; remove it or use one of: ${nearest}.`);
    }
  }
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = Settings.safeParse(present);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new SettingsError(
      `${String(issue?.path[0] ?? "A setting")} cannot be used: ${issue?.message ?? "invalid"}; correct it or unset it.`,
    );
  }
  if (result.data.CAUSEWAY_DEMO === "on" && result.data.DATABASE_URL !== undefined) {
    throw new SettingsError(
      "CAUSEWAY_DEMO=on works only with the embedded database; unset DATABASE_URL or set CAUSEWAY_DEMO=off.",
    );
  }
  requireWhole(result.data);
  return result.data;
}

/** Settings that mean something only together. */
const belongTogether = [
  ["CAUSEWAY_OIDC_ISSUER", "CAUSEWAY_OIDC_CLIENT_ID", "CAUSEWAY_OIDC_CLIENT_SECRET"],
  ["CAUSEWAY_SMTP_URL", "CAUSEWAY_MAIL_FROM"],
  ["CAUSEWAY_GITHUB_CLIENT_ID", "CAUSEWAY_GITHUB_CLIENT_SECRET"],
  ["CAUSEWAY_GOOGLE_CLIENT_ID", "CAUSEWAY_GOOGLE_CLIENT_SECRET"],
] as const;

function requireWhole(data: Settings): void {
  for (const names of belongTogether) {
    const missing = names.filter((name) => data[name] === undefined);
    const present = names.find((name) => data[name] !== undefined);
    if (missing.length > 0 && present !== undefined)
      throw new SettingsError(`${present} is set without ${missing.join(" and ")}; set all of them or none.`);
  }
}

let cached: Settings | undefined;

/** The settings of this process, read once. */
export function settings(): Settings {
  cached ??= parseSettings(process.env);
  return cached;
}

/** The address people use, without a trailing slash. */
export function appOrigin(): string {
  const { CAUSEWAY_ORIGIN, CAUSEWAY_HOST, CAUSEWAY_PORT } = settings();
  return new URL(CAUSEWAY_ORIGIN ?? `http://${CAUSEWAY_HOST}:${CAUSEWAY_PORT}`).origin;
}

/** Whose pages may be shown inside ours; never our own, which would share everything with the page around it. */
export function embedOrigins(): string[] {
  return settings().CAUSEWAY_EMBED_ORIGINS.filter((origin) => origin !== appOrigin());
}

/** The installation's secret. @throws SettingsError when the process was started without one */
export function installationSecret(): string {
  const { CAUSEWAY_SECRET } = settings();
  if (CAUSEWAY_SECRET === undefined)
    throw new SettingsError("CAUSEWAY_SECRET is not set; start Causeway with npm start, or set it.");
  return CAUSEWAY_SECRET;
}
