"use server";

import { hideFirstSteps as hideFirstStepsOperation } from "#lib/identity/first-steps/hide-first-steps.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function hideFirstSteps(org: string, isHidden: boolean) {
  return mutate(hideFirstStepsOperation, org, { isHidden });
}
