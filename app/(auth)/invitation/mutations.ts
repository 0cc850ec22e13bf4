"use server";

import { z } from "zod";
import { findInvitation } from "#lib/identity/invitations/find-invitation.ts";
import { joinSignedIn, joinWithPassword } from "#lib/identity/invitations/join-by-invitation.ts";
import { NewPersonInput } from "#lib/identity/invitations/schema.ts";
import { flowProblems } from "#lib/identity/providers/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { hashToken } from "#lib/kernel/tokens.ts";
import { answerAnybody } from "#lib/web/answer-anybody.ts";
import { startFlow } from "#lib/web/providers/start-flow.ts";
import { currentSession, keepSession } from "#lib/web/session-cookie.ts";
import { currentVisitor } from "#lib/web/visitor.ts";

const LinkInput = z.strictObject({ token: z.string().max(200) });
const ProviderInput = z.strictObject({ token: z.string().max(200), provider: z.string().max(20) });

export async function readInvitation(input: z.input<typeof LinkInput>) {
  return answerAnybody(LinkInput, input, async ({ token }) => {
    const found = await findInvitation(token);
    if (found === null) throw new AppError("not_found", flowProblems["link-gone"]);
    const { org, email, role, invitedBy } = found;
    return { org: org.name, email, role, invitedBy };
  });
}

export async function acceptInvitation(input: z.input<typeof LinkInput>) {
  return answerAnybody(LinkInput, input, async ({ token }) => {
    const session = await currentSession();
    if (session === null) throw new AppError("unauthenticated", "You were signed out; sign in again.");
    return joinSignedIn(token, session.person);
  });
}

export async function acceptAsNewPerson(input: z.input<typeof NewPersonInput>) {
  return answerAnybody(NewPersonInput, input, async (values) => {
    const { slug, session } = await joinWithPassword(values, (await currentVisitor()).userAgent);
    await keepSession(session);
    return { slug };
  });
}

export async function startAccepting(input: z.input<typeof ProviderInput>) {
  return answerAnybody(ProviderInput, input, ({ token, provider }) =>
    startFlow(provider, { purpose: "invitation", tokenHash: hashToken(token).toString("hex") }),
  );
}
