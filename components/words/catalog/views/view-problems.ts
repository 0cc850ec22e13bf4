export const noLongerWorks = (name: string) => `${name} no longer shows what it was saved for`;
export const listEveryKind = "List every kind";
export const doNotGroup = "Do not group";
export const marked = "It is marked in the query below.";
export const thenSave = "What you change stays in the address; save it when the list is right again.";
export const takeTheColumnOut = "Take the column out.";
export const takeItOut = "Take it out.";
