import { numberText } from "#components/words/format.ts";

export const ruleCountRules = (ruleCount: number) => `${numberText(ruleCount)} rules`;
export const nothingMatchesItsFilterYet = "Nothing matches its filter yet";
export const aBlockIsUpTo = (perBlock: number) => <>a block is up to {numberText(perBlock)}</>;
