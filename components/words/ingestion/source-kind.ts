export const git = "Git";
export const files = "Files";
export const pasted = "Pasted";
export const action = "Action";
export const demoData = "Demo data";
export const byHand = "By hand";
export const program = "Program";
