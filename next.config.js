/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  experimental: { serverActions: { bodySizeLimit: "256kb" } },
  // These start processes of their own or load native code: they stay ordinary modules.
  serverExternalPackages: ["@node-rs/argon2", "graphile-worker", "pg", "pino", "postgres"],
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  allowedDevOrigins: ["127.0.0.1"],
};

export default config;
