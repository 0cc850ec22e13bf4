export const thisPartOfThePage = "This part of the page could not be fetched";
export const thisPartDescription = "Check the connection, then read the page again.";
export const readAgain = "Read again";
