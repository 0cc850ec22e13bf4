import { numberText } from "#components/words/format.ts";

export const owner = "Owner";
export const channel = "Channel";
export const eMail = "E-mail";
export const people = "People";
export const countMore = (count: number) => <>{numberText(count)} more</>;
export const ownership = "Ownership";
export const nameAGroupUnderSpec =
  "Name a group under spec.owner in its descriptor, and the next import brings it here.";
export const inheritsNone = (problem: string) => `It names no owner and inherits none. ${problem}.`;
