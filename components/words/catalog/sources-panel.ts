export const sources = "Sources";
