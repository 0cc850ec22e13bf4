"use server";

import type { Topic } from "#lib/notifications/notifications/schema.ts";
import { setPreference as setPreferenceOperation } from "#lib/notifications/preferences/set-preference.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function setPreference(org: string, topic: Topic, isWanted: boolean) {
  return mutate(setPreferenceOperation, org, { topic, isWanted });
}
