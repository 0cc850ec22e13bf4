import { numberText } from "#components/words/format.ts";
import { inSentence } from "#components/words/in-sentence.ts";

export const catalog = "Catalog";
export const blueprints = "Blueprints";
export const blueprintOf = (identifier: string) => `Blueprint of ${identifier}`;
export const version = (version: number) => `version ${version},`;
export const noneYet = "none in the catalog yet";
export const inTheCatalog = (count: number) => `${numberText(count)} in the catalog`;
export const newThing = (title: string) => `New ${inSentence(title)}`;
