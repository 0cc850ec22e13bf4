import { numberText } from "#components/words/format.ts";

export const noLevel = "No level";
export const allRulesPass = ", all rules pass";
export const rule = { one: "rule", many: "rules" };
export const missingToNext = (missing: string, next: string) => `, ${missing} to ${next}`;
export const ofRulesPass = (passed: number, total: number) =>
  `${numberText(passed)} of ${numberText(total)} rules pass`;
export const passedOfTotal = (passed: number, total: number) => `${numberText(passed)} of ${numberText(total)}`;
export const couldNotBeDecided = "could not be decided";
