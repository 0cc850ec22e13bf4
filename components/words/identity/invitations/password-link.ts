export const aLetter = (name: string) => `A letter to ${name} is on its way`;
export const newPassword = "New password";
export const letChooseANewPassword = (name: string) => `Let ${name} choose a new password?`;
export const byALinkThatWorks =
  "By a link that works once. When it is used, they are signed out everywhere. It is on record that you made it.";
export const makeALink = "Make a link";
export const aLinkFor = (name: string) => `A link for ${name}`;
export const handItOverYourself =
  "Hand it over yourself, in a way you trust: whoever has it becomes this person. It is shown once and works for a day.";
export const linkForANewPassword = "Link for a new password";
