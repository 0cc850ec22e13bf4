export const causeway = "Causeway";
export const aboutCauseway = "About Causeway";
export const solidGroundBetweenAnIdea = "Solid ground between an idea and production.";
