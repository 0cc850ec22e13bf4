export const title = "Its form";
export const note = "Try it; nothing is sent";
export const waiting = "Waiting for what is being written";
export const newThing = (title: string) => `New ${title.toLowerCase() || "thing of this kind"}`;
