"use server";

import { after } from "next/server";
import { z } from "zod";
import { requestReset as askForReset } from "#lib/identity/passwords/request-reset.ts";
import { resetPasswordByLink } from "#lib/identity/passwords/reset-password.ts";
import { RequestResetInput, ResetPasswordInput } from "#lib/identity/passwords/schema.ts";
import { signInWithLink as useLink } from "#lib/identity/sessions/sign-in-with-link.ts";
import { signInWithPassword as usePassword } from "#lib/identity/sessions/sign-in-with-password.ts";
import { appOrigin } from "#lib/kernel/env.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { answerAnybody } from "#lib/web/answer-anybody.ts";
import { nextPath } from "#lib/web/is-own-path.ts";
import { startFlow } from "#lib/web/providers/start-flow.ts";
import { forgetSession, keepSession } from "#lib/web/session-cookie.ts";
import { currentVisitor, rememberBrowser } from "#lib/web/visitor.ts";

const PasswordInput = z.strictObject({ email: z.string().max(300), password: z.string().max(300) });
const LinkInput = z.strictObject({ token: z.string().max(200) });
const ProviderInput = z.strictObject({ provider: z.string().max(20), next: z.string().max(2_000) });

export async function signInWithPassword(input: z.input<typeof PasswordInput>) {
  return answerAnybody(PasswordInput, input, async ({ email, password }) => {
    const token = await usePassword({ email, password, ...(await currentVisitor()) });
    if (token === null)
      throw new AppError("invalid", "E-mail and password do not belong together. Check both and try again.");
    await keepSession(token);
  });
}

export async function signInWithLink(input: z.input<typeof LinkInput>) {
  return answerAnybody(LinkInput, input, async ({ token }) => {
    const session = await useLink(token, (await currentVisitor()).userAgent);
    if (session === null) throw new AppError("not_found", "This link was used before or has expired.");
    await keepSession(session);
  });
}

export async function startSignIn(next: string, provider: string) {
  return answerAnybody(ProviderInput, { next, provider }, (input) =>
    startFlow(input.provider, { purpose: "sign-in", next: nextPath(input.next, appOrigin()) }),
  );
}

export async function requestReset(input: z.input<typeof RequestResetInput>) {
  return answerAnybody(RequestResetInput, input, async ({ email }) => {
    const work = await askForReset(email, (await currentVisitor()).address);
    // After the answer, which then neither says nor takes time to say whose address it is.
    after(work);
  });
}

export async function resetPassword(input: z.input<typeof ResetPasswordInput>) {
  return answerAnybody(ResetPasswordInput, input, async (values) => {
    const { email } = await resetPasswordByLink(values);
    await forgetSession();
    await rememberBrowser(email);
  });
}

export async function signOut() {
  return answerAnybody(z.undefined(), undefined, forgetSession);
}
