export const onlyThese = "Only certain values";
export const because = "Because only certain values can be chosen";
export const pattern = "Pattern";
export const patternHint = "A regular expression (RE2) that is found in the text; use ^ and $ for all of it";
export const limits = {
  minLength: "Shortest, in characters",
  maxLength: "Longest, in characters",
  minimum: "Smallest",
  maximum: "Largest",
  minItems: "Fewest",
  maxItems: "Most",
};
export const items = "Each of them is";
export const anything = "Anything";
