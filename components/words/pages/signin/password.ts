export const newPassword = "New password";
export const chooseANewPassword = "Choose a new password";
export const theLinkWorksOnce = "The link works once.";
