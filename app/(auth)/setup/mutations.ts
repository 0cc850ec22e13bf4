"use server";

import { randomUUID } from "node:crypto";
import { setUpOrg } from "#lib/identity/orgs/set-up-org.ts";
import { problemOf } from "#lib/kernel/errors.ts";
import { requireOwnOrigin } from "#lib/web/require-own-origin.ts";

export async function setUp(values: Parameters<typeof setUpOrg>[0]) {
  try {
    await requireOwnOrigin();
    return { ok: true as const, data: await setUpOrg(values) };
  } catch (error) {
    return { ok: false as const, problem: problemOf(error, randomUUID()) };
  }
}
