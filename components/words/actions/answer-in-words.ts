export const notGiven = "not given";
