import { randomBytes } from "node:crypto";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "#db/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    database: { adminUrl: string; secret: string; template: string };
    testLong: boolean;
  }
}

/**
 * Runs once before all tests: migrates a template database that every test file clones. `TEST_DATABASE_URL` names a PostgreSQL owner
 * that may create databases; `npm test` starts one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = process.env["TEST_DATABASE_URL"];
  if (base === undefined)
    throw new Error("Tests need a PostgreSQL: run npm test, or set TEST_DATABASE_URL to an owner connection");
  const secret = process.env["TEST_SECRET"] ?? "a secret of tests that is long enough for the settings";
  const suffix = randomBytes(4).toString("hex");
  const template = `causeway_template_${suffix}`;
  const admin = postgres(base, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${template}`);
  const url = new URL(base);
  url.pathname = `/${template}`;
  await migrate({ ownerUrl: url.href, secret });
  project.provide("database", { adminUrl: base, secret, template });
  project.provide("testLong", process.env["TEST_LONG"] === "1");
  return async () => {
    await admin.unsafe(`drop database if exists ${template} with (force)`);
    await admin.end();
  };
}
