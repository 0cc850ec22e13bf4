import { inSentence } from "#components/words/in-sentence.ts";
export const title = "Its form";
export const note = "Try it; nothing is sent";
export const waiting = "Waiting for what is being written";
export const newThing = (title: string) => `New ${inSentence(title) || "thing of this kind"}`;
