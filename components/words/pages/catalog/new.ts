import { inSentence } from "#components/words/in-sentence.ts";

export const newInTheCatalog = "New in the catalog";
export const catalog = "Catalog";
export const newLabel = "New";
export const whatIsIt = "What is it?";
export const chooseAKind = "Choose a kind; its form asks for what the kind is made of.";
export const kinds = "Kinds";
export const newOf = (kind: string) => `New ${inSentence(kind)}`;
