import { numberText, plural } from "#components/words/format.ts";

type Noun = { one: string; many: string };

export const operationNoun: Noun = { one: "operation", many: "operations" };
export const typeNoun: Noun = { one: "type", many: "types" };
export const servers = "Servers";
export const types = "Types";
export const deprecated = "deprecated";
export const itTakes = "It takes";
export const itAnswers = "It answers";
export const versionOf = (version: string) => `version ${version}`;
export const counted = (count: number, noun: Noun) => `${numberText(count)} ${plural(count, noun)}`;
export const moreStandBelow = (count: number, noun: Noun) => `${counted(count, noun)} more stand in the text below.`;
