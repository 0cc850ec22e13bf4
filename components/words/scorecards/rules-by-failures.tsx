import type { ReactNode } from "react";

export const rulesByFailures = "Rules by failures";
export const rule = "Rule";
export const level = "Level";
export const notPassing = "Not passing";
export const errors = "Errors";
export const howToFix = "How to fix";
export const ofTotal = (total: ReactNode) => <>of {total}</>;
