export const selectAllRowsOfThisPage = "Select all rows of this page";
