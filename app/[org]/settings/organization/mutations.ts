"use server";

import { deleteOrg as deleteOrgOperation } from "#lib/identity/orgs/delete-org.ts";
import { leaveOrg as leaveOrgOperation } from "#lib/identity/orgs/leave-org.ts";
import { renameOrg as renameOrgOperation } from "#lib/identity/orgs/rename-org.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function renameOrg(org: string, input: { name: string; slug: string }) {
  return mutate(renameOrgOperation, org, input);
}

export async function leaveOrg(org: string, input: Record<string, never>) {
  return mutate(leaveOrgOperation, org, input);
}

export async function deleteOrg(org: string, input: { slug: string }) {
  return mutate(deleteOrgOperation, org, input);
}
