export const clear = "Clear";
export const showOptions = "Show options";
