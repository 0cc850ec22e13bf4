export const copy = "Copy";
export const done = "Done";
