import { numberText } from "#components/words/format.ts";

export const whoIsWho = "Who is who";
export const onePersonHasManyNames =
  "One person has many names: in the catalog, in commits and deployments, at GitHub. Here they become one. It says who somebody is; what they may do comes from their role alone.";
export const namesByWhatIsKnown = "Names by what is known";
export const findAName = "Find a name";
export const findANamePlaceholder = "Name or e-mail, or seen:author";
export const noNameHereIsLikeThat = "No name here is like that";
export const pages = "Pages";
export const toOf = (first: number, last: number, total: number) =>
  `${numberText(first)} to ${numberText(last)} of ${numberText(total)}`;
export const before = "Before";
export const more = "More";
