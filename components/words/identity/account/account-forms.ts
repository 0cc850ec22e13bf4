import { numberText } from "#components/words/format.ts";

export const yourAccount = "Your account";
export const password = "Password";
export const yourNameWasChanged = "Your name was changed";
export const name = "Name";
export const signedInAs = (email: string) => `Signed in as ${email}`;
export const saveTheName = "Save the name";
export const yourPasswordWasChanged = "Your password was changed";
export const yourPasswordWasChangedOther = (sessionsEnded: number) =>
  `Your password was changed; ${numberText(sessionsEnded)} other sessions ended`;
export const currentPassword = "Current password";
export const newPassword = "New password";
export const newPasswordHint = "At least 12 characters. You are signed out everywhere else.";
export const changeThePassword = "Change the password";
