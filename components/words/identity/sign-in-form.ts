export const eMail = "E-mail";
export const password = "Password";
export const forgotIt = "Forgot it?";
export const signIn = "Sign in";
