export const owner = "Owner";
export const channel = "Channel";
export const eMail = "E-mail";
export const people = "People";
export const ownership = "Ownership";
export const nameAGroupUnderSpec =
  "Name a group under spec.owner in its descriptor, and the next import brings it here.";
export const chooseAnOwner = "Nobody is asked when something is wrong with it. Edit it to name a team or a person.";
export const inheritsNone = (problem: string) => `It names no owner and inherits none. ${problem}.`;
