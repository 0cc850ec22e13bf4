"use server";

import { z } from "zod";
import { FirstOrgInput, SetUpInput, setUpOrg } from "#lib/identity/orgs/set-up-org.ts";
import { hashToken } from "#lib/kernel/tokens.ts";
import { answerAnybody } from "#lib/web/answer-anybody.ts";
import { startFlow } from "#lib/web/providers/start-flow.ts";
import { keepSession } from "#lib/web/session-cookie.ts";
import { currentVisitor } from "#lib/web/visitor.ts";

const ProviderInput = z.strictObject({ ...FirstOrgInput.shape, provider: z.string().max(20) });

export async function setUp(values: z.input<typeof SetUpInput>) {
  return answerAnybody(SetUpInput, values, async (input) => {
    const { slug, session } = await setUpOrg(input, (await currentVisitor()).userAgent);
    await keepSession(session);
    return { slug };
  });
}

export async function startSetUp(values: z.input<typeof ProviderInput>) {
  return answerAnybody(ProviderInput, values, ({ provider, token, orgName, slug, timeZone }) =>
    startFlow(provider, { purpose: "setup", tokenHash: hashToken(token).toString("hex"), orgName, slug, timeZone }),
  );
}
