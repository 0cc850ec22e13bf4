export const signingYouIn = "Signing you in…";
export const thisLinkWasUsedBefore =
  "This link was used before or has expired. Each link works once; the next start of Causeway prints new ones.";
export const thisAddressHasNoSign = "This address has no sign-in token. Copy the whole link, with everything behind #.";
export const signInWithAPassword = "Sign in with a password";
