import type { ReactNode } from "react";

export const whereYouAreSignedIn = "Where you are signed in";
export const sessions = "Sessions";
export const thisBrowser = "this browser";
export const signedInLastSeen = (signedIn: ReactNode, lastSeen: ReactNode) => (
  <>
    signed in {signedIn}, last seen {lastSeen}
  </>
);
