export const invite = "Invite";
export const inviteSomebody = "Invite somebody";
export const isInvited = (email: string) => `${email} is invited`;
export const theyChooseHowTheySign = "They choose how they sign in. The link works once, within seven days.";
export const aLetterWithThisLink =
  "A letter with this link is on its way. It is shown once, should you want to hand it over yourself.";
export const handThisLinkOverYourself =
  "Hand this link over yourself; it is shown once. No mail server is set up that could send it.";
export const eMail = "E-mail";
export const role = "Role";
export const seesEverything = "Sees everything";
export const runsActionsImports = "Runs actions, imports";
export const managesPeopleAndKeys = "Manages people and keys";
export const invitationLink = "Invitation link";
