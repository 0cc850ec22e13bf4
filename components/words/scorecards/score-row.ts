export const noLevel = "No level";
export const allRulesPass = ", all rules pass";
export const rule = { one: "rule", many: "rules" };
export const missingToNext = (missing: string | number, next: string | number) => `, ${missing} to ${next}`;
export const ofRulesPass = (passed: string | number, total: string | number) => `${passed} of ${total} rules pass`;
export const passedOfTotal = (passed: string | number, total: string | number) => `${passed} of ${total}`;
export const couldNotBeDecided = "could not be decided";
