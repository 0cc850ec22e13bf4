"use server";

import { discardJob as discardJobOperation } from "#lib/kernel/jobs/discard-job.ts";
import { retryJob as retryJobOperation } from "#lib/kernel/jobs/retry-job.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function retryJob(org: string, id: string) {
  return mutate(retryJobOperation, org, { id });
}

export async function discardJob(org: string, id: string) {
  return mutate(discardJobOperation, org, { id });
}
