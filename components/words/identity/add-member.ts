export const addAMember = "Add a member";
export const addAMemberDescription =
  "They sign in with this e-mail and password. Hand the password over in a way you trust.";
export const name = "Name";
export const eMail = "E-mail";
export const firstPassword = "First password";
export const firstPasswordHint = "At least 12 characters. Somebody who has an account already keeps their own.";
export const role = "Role";
export const seesEverything = "Sees everything";
export const runsActionsImports = "Runs actions, imports";
export const managesPeopleAndKeys = "Manages people and keys";
export const add = "Add";
export const wasAdded = (name: string) => `${name} was added`;
