"use server";

import type { z } from "zod";
import { SetUpInput, setUpOrg } from "#lib/identity/orgs/set-up-org.ts";
import { answerAnybody } from "#lib/web/answer-anybody.ts";
import { keepSession } from "#lib/web/session-cookie.ts";
import { currentVisitor } from "#lib/web/visitor.ts";

export async function setUp(values: z.input<typeof SetUpInput>) {
  return answerAnybody(SetUpInput, values, async (input) => {
    const { slug, session } = await setUpOrg(input, (await currentVisitor()).userAgent);
    await keepSession(session);
    return { slug };
  });
}
