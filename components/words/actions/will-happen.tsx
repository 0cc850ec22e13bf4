import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const whatWillHappen = "What will happen";
export const dryRun = (time: ReactNode) => <>dry run, {time}</>;
export const policies = "Policies";
export const newRepository = "New repository";
export const filesFromThePolicyPack = (files: number, policyFiles: number) =>
  `${numberText(files)} files, ${numberText(policyFiles)} from the policy pack`;
export const oneAnswerIsMissing = "One answer is missing or cannot be used; then its files are shown here.";
export const answersAreMissingOrCannot = (problems: number) =>
  `${numberText(problems)} answers are missing or cannot be used; then its files are shown here.`;
export const requests = "Requests";
export const noneSentYet = (requests: number) => `${numberText(requests)}, none sent yet`;
export const policy = "policy";
export const showFewer = "Show fewer";
export const filesMore = (files: number) => `${numberText(files)} more`;
