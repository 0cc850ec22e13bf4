"use server";

import { addOrg } from "#lib/identity/orgs/add-org.ts";
import { restoreOrg as restoreOrgOperation } from "#lib/identity/orgs/restore-org.ts";
import { findDeletedContext, mutate } from "#lib/web/mutate.ts";

export async function createOrg(org: string, input: { name: string; slug: string; timeZone: string }) {
  return mutate(addOrg, org, input);
}

export async function restoreOrg(org: string, input: Record<string, never>) {
  return mutate(restoreOrgOperation, org, input, findDeletedContext);
}
