export const forgotThePassword = "Forgot the password";
export const chooseANewPassword = "Choose a new password";
export const chooseANewSub = "We send a link to your address.";
export const thisCausewayHasNoMailServer = "This Causeway has no mail server, so it cannot send you a link.";
export const askAnAdminOfYour =
  "Ask an admin of your organization. Under Settings, Members, they make you a link with which you choose a new one.";
export const backToSignIn = "Back to sign-in";
