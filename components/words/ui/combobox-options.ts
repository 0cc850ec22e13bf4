export const theListCould = "The list could not be loaded. Type again to retry.";
export const searching = "Searching…";
