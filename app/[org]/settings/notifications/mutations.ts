"use server";

import type { Kind } from "#lib/notifications/notifications/schema.ts";
import { setPreference as setPreferenceOperation } from "#lib/notifications/preferences/set-preference.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function setPreference(org: string, kind: Kind, isWanted: boolean) {
  return mutate(setPreferenceOperation, org, { kind, isWanted });
}
