export const about = (name: string) => `About ${name}`;
export const owner = "Owner";
export const changed = "Changed";
export const jumpTo = "Jump to";
