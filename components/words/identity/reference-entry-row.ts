export const takesNothing = "Takes nothing.";
export const fieldsOf = (entry: string | number) => `Fields of ${entry}`;
export const field = "Field";
export const type = "Type";
export const needed = "Needed";
export const note = "Note";
export const yes = "yes";
export const no = "no";
export const exampleOf = (entry: string | number) => `Example of ${entry}`;
