import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{lib,db,components,bin}/**/*.test.{ts,tsx}"],
    globalSetup: ["db/testing-setup.ts"],
    pool: "forks",
    // More than the two cores that are counted on: much of the time is spent waiting for processes that the tests start.
    maxWorkers: 3,
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
