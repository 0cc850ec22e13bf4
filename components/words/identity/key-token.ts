export const apiKey = "API key";
export const copy = "Copy";
export const done = "Done";
