export const savedViews = "Saved views";
export const everything = "Everything";
export const allNoun = (noun: string) => `All ${noun}`;
