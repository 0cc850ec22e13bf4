export const team = "Team";
export const person = "Person";
export const aiResource = "AI resource";
