"use server";

import { cancelRun as cancelRunOperation } from "#lib/actions/runs/cancel-run.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function cancelRun(org: string, number: number) {
  return mutate(cancelRunOperation, org, { number });
}
