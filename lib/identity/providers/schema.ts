import { z } from "zod";

export const ProviderId = z.enum(["oidc", "github", "google"]);
export type ProviderId = z.infer<typeof ProviderId>;

/** Who somebody is at a provider. Issuer and subject are the identity; the rest is what the provider says about it today. */
export const ProviderAccount = z.strictObject({
  provider: ProviderId,
  issuer: z.string(),
  subject: z.string().min(1).max(255),
  email: z.string().nullable(),
  isEmailVerified: z.boolean(),
  login: z.string().nullable(),
  name: z.string().nullable(),
});
export type ProviderAccount = z.infer<typeof ProviderAccount>;

/** Why a way through a provider led nowhere, as the sign-in page says it. */
export const flowProblems = {
  expired: "This sign-in took too long, was begun in another browser or was used before. Try again.",
  declined: "The provider did not sign you in. Try again, or come in another way.",
  untrusted:
    "The provider's answer could not be trusted, so nobody was signed in. Try again; an operator finds more in the log.",
  unreachable: "The provider does not answer right now. Try again in a moment, or come in another way.",
  "not-configured": "This way to sign in is not set up here (any more). Come in another way.",
  "no-email": "The provider tells no confirmed e-mail address of yours, which an account needs. Come in another way.",
  "not-invited": "Nobody has invited this account yet.",
  "other-person": "You are signed in as somebody else than the one who began this. Try again.",
  "linked-elsewhere": "This account at the provider signs in somebody else already. Use another one.",
  "sign-in-first":
    "You have an account already, or the address is somebody else's. Sign in the way you did before, then open the link again.",
  "link-gone": "The link that you came with was used or has expired. Ask for a new one.",
} as const;
export type FlowProblem = keyof typeof flowProblems;

/** What is wrong, in words; null for a code that is none. */
export function flowProblemText(code: string | undefined): string | null {
  return code !== undefined && Object.hasOwn(flowProblems, code) ? flowProblems[code as FlowProblem] : null;
}
