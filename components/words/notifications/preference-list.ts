export const alwaysOnYouShouldKnow = "Always on: you should know what you may do.";
