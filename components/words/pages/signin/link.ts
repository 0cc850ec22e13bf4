export const signIn = "Sign in";
export const oneClickSignIn = "One-click sign-in";
export const oneClickSignSub = "The link from the terminal works once.";
