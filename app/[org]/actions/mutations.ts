"use server";

import { startRun as startRunOperation } from "#lib/actions/runs/start-run.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function startRun(org: string, identifier: string, inputs: Record<string, unknown>) {
  return mutate(startRunOperation, org, { identifier, inputs });
}
