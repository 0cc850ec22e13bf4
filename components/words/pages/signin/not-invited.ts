export const notInvitedYet = "Not invited yet";
export const nobodyHasInvitedYouYet = "Nobody has invited you yet";
export const nobodyHasInvitedSub = "You were recognized, but this account does not belong to anybody here.";
export const youGotAnInvitationOpen = "You got an invitation? Open its link and continue from there.";
export const youHaveSignedInHere =
  "You have signed in here in another way? Do so once, then link this account under Settings, Your account.";
export const otherwiseAskAnAdmin = "Otherwise, ask an admin of your organization to invite you.";
export const backToSignIn = "Back to sign-in";
