export const signOut = "Sign out";
