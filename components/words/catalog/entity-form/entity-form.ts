import { inSentence } from "#components/words/in-sentence.ts";
export const saved = "Saved";
export const savedButOverruled = "Saved, but somebody with more say keeps their word";
export const identifier = "Identifier";
export const howItIsAddressed = "How it is addressed; it stays";
export const cancel = "Cancel";
export const keptOverFiles = "What you change here is kept over what files say.";
export const save = "Save";
export const create = (kind: string) => `Create ${inSentence(kind)}`;
