export const nothingMatches = "Nothing matches.";
export const clear = "Clear";
export const showOptions = "Show options";
