export const thereIsNothingAtThisAddress = "There is nothing at this address";
export const thereIsNothingSub =
  "It may have been renamed or removed, it may have a typing error, or it belongs to an organization that you are not a member of.";
export const somebodyGaveYouThisAddress =
  "Somebody gave you this address? Ask them which organization it is in, and its admins for a way in.";
export const goToYourPortal = "Go to your portal";
export const signInAsSomebodyElse = "Sign in as somebody else";
