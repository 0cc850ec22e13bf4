import type { ReactNode } from "react";

export const thisAddressHasNoInvitation =
  "This address has no invitation in it. Copy the whole link, with everything behind #.";
export const goToSignIn = "Go to sign-in";
export const lookingForYourInvitation = "Looking for your invitation…";
export const invitesToJoinAs = (invitedBy: ReactNode, email: ReactNode, org: ReactNode, role: ReactNode) => (
  <>
    {invitedBy} invites {email} to join {org} as {role}.
  </>
);
export const orWithAPassword = "or with a password";
export const signInFirst = "Sign in first";
export const youHaveAnAccountAlready = (signInFirst: ReactNode) => (
  <>You have an account already? {signInFirst}, then come back here.</>
);
export const joinOrg = (org: ReactNode) => <>Join {org}</>;
export const asWhoIsSigned = (person: ReactNode, email: ReactNode) => (
  <>
    As {person} ({email}), who is signed in here. Somebody else? Sign out first.
  </>
);
