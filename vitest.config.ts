import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{lib,db,components,bin}/**/*.test.{ts,tsx}"],
    globalSetup: ["db/testing-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: {
      NODE_ENV: "test",
      CAUSEWAY_LOG_LEVEL: "silent",
      CAUSEWAY_METRICS_TOKEN: "metrics-token-of-tests",
      CAUSEWAY_SECRET: "a secret of tests that is long enough for the settings",
    },
  },
});
