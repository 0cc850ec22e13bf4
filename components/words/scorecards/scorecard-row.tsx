import type { ReactNode } from "react";

export const ruleCountRules = (ruleCount: string | number) => `${ruleCount} rules`;
export const nothingMatchesItsFilterYet = "Nothing matches its filter yet";
export const aBlockIsUpTo = (perBlock: ReactNode) => <>a block is up to {perBlock}</>;
