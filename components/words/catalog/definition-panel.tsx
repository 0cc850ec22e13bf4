import type { ReactNode } from "react";

export const definition = "Definition";
export const text = "text";
export const readTheReference = "Read the reference";
export const copyTheDefinition = "Copy the definition";
export const textOfTheDefinition = "Text of the definition";
export const apiDefinition = "API definition";
export const theFirstCharactersCopyingTakes = (shownCharacters: ReactNode) => (
  <>The first {shownCharacters} characters; copying takes all of it.</>
);
