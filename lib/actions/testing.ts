import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { executeRun } from "#lib/actions/runs/execute-run.ts";
import { upsertEntities } from "#lib/catalog/entities/imports/upsert-entities.ts";
import { makeEntity } from "#lib/catalog/entities/make-entity.ts";
import { makeContext } from "#lib/kernel/context.ts";

/** Repositories of a test file go to a folder of its own. Call it before anything reads the settings. */
export function useTestDataDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), "causeway-actions-"));
  process.env["CAUSEWAY_DATA_DIR"] = path;
  return path;
}

/** Gives an organization the team, the system and the person that tests name. */
export async function addTestTeam(org: TestOrg): Promise<void> {
  const source = { kind: "paste", name: "test", location: "test" } as const;
  const entities = [
    makeEntity({ blueprint: "group", identifier: "payments" }),
    makeEntity({ blueprint: "system", identifier: "money" }),
    makeEntity({ blueprint: "user", identifier: "ines" }),
  ];
  await tenantTransaction({ orgId: org.id }, (tx) =>
    upsertEntities({ ctx: org.as("admin"), tx, emit: async () => {} }, { source, entities }),
  );
}

/** Answers of "Create a service" that are right. */
export function serviceInputs(parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: "payout-scheduler",
    title: "Payout scheduler",
    description: "Sends money out at the times that were agreed.",
    owner: "group:payments",
    template: "node-http-service",
    port: 8080,
    dataClass: "internal",
    ...parts,
  };
}

/** Works on a run as the worker would. */
export function workOn(org: TestOrg, runId: string, signal: AbortSignal = new AbortController().signal): Promise<void> {
  const { org: where } = org.as("admin");
  const ctx = makeContext({
    org: where,
    actor: { kind: "job", id: "run.execute", name: "run.execute" },
    role: "admin",
    door: "job",
  });
  return executeRun({ ctx, runId, signal });
}
