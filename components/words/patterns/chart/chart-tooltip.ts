export const clickToSeeItsRows = "Click to see its rows";
