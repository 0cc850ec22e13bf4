export const title = "Title";
export const identifier = "Identifier";
