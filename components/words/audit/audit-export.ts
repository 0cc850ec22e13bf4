export const csv = "CSV";
export const jsonLines = "JSON Lines";
export const wholeChain = "Whole chain";
