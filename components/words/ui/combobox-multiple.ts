export const nothingMatches = "Nothing matches.";
export const removeLabel = (label: string) => `Remove ${label}`;
