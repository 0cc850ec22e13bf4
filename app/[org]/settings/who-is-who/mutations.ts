"use server";

import type { z } from "zod";
import { decideAliases as decideAliasesOperation } from "#lib/identity/aliases/decide-aliases.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function decideAliases(org: string, input: z.input<typeof decideAliasesOperation.input>) {
  return mutate(decideAliasesOperation, org, input);
}
