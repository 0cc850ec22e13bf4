/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  experimental: {
    serverActions: { bodySizeLimit: "256kb" },
    // Above the largest body that the REST door reads: the framework would cut a longer one off without a word.
    proxyClientMaxBodySize: "17mb",
  },
  // These start processes of their own or load native code: they stay ordinary modules.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@opentelemetry/context-async-hooks",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-trace",
    "graphile-worker",
    "nodemailer",
    "pg",
    "pino",
    "postgres",
    "prom-client",
  ],
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  allowedDevOrigins: ["127.0.0.1"],
};

export default config;
