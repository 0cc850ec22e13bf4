export const thisAddressHasNoLink = "This address has no link in it. Copy the whole link, with everything behind #.";
export const askForANewOne = "Ask for a new one";
export const newPassword = "New password";
export const newPasswordHint = "At least 12 characters. You are signed out everywhere.";
export const setThePassword = "Set the password";
