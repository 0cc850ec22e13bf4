export const signIn = "Sign in";
export const signInToCauseway = "Sign in to Causeway";
export const signSub = "Your catalog, standards and golden paths.";
export const thisIsADemo = "This is a demo: the terminal that started it has one-click links.";
export const yourPasswordWasChanged =
  "Your password was changed, and you were signed out everywhere. Sign in with the new one.";
export const orWithAPassword = "or with a password";
