import type { ReactNode } from "react";

export const waysToSignIn = "Ways to sign in";
export const password = "Password";
export const withYourEMailAddress = "With your e-mail address";
export const anAccount = "an account";
export const lastUsed = (time: ReactNode) => <>, last used {time}</>;
export const unlink = "Unlink";
export const unlinkWhat = (what: string) => `Unlink ${what}?`;
export const willNotSignYou = (name: string) =>
  `${name} will not sign you in any more. Where you are signed in now, you stay.`;
export const wasUnlinked = (what: string) => `${what} was unlinked`;
export const linkOnly = (only: ReactNode) => <>Link {only}</>;
export const providers = "Providers";
export const linkAnother = "Link another";
