export const functionsOfTheLanguage = "Functions of the language";
export const whatTheyAreFor = "Choose one to write it where the cursor is.";
export const searchTheFunctions = "Search the functions";
export const noFunctionMatches = "No function has these words";
export const needs = (connect: string) => `No facts yet: ${connect}`;
export const loading = "Reading the functions…";
export const notRead = "The functions could not be read. Close this and open it again.";
export const shownOf = (shown: number, all: number) => `${shown} of ${all}`;
