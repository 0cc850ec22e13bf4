export const menuOf = (person: string) => `Menu of ${person}`;
export const theme = "Theme";
export const light = "Light";
export const dark = "Dark";
export const asTheSystem = "As the system";
export const keyboardShortcuts = "Keyboard shortcuts";
export const signingOut = "Signing out…";
export const signOut = "Sign out";
