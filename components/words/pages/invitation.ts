export const invitation = "Invitation";
export const youAreInvited = "You are invited";
export const anInvitationWorksOnce = "An invitation works once.";
