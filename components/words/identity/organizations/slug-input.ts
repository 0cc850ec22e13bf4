export const inEveryAddressSuchAsHarbourline = "In every address, such as /harbourline";
export const address = "Address";
export const lowerCaseLettersDigitsAndInner = "Lower-case letters, digits and inner hyphens";
