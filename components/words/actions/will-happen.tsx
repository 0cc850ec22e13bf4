import type { ReactNode } from "react";

export const whatWillHappen = "What will happen";
export const dryRun = (time: ReactNode) => <>dry run, {time}</>;
export const policies = "Policies";
export const newRepository = "New repository";
export const filesFromThePolicyPack = (files: string | number, policyFiles: string | number) =>
  `${files} files, ${policyFiles} from the policy pack`;
export const oneAnswerIsMissing = "One answer is missing or cannot be used; then its files are shown here.";
export const answersAreMissingOrCannot = (problems: string | number) =>
  `${problems} answers are missing or cannot be used; then its files are shown here.`;
export const requests = "Requests";
export const noneSentYet = (requests: string | number) => `${requests}, none sent yet`;
export const itStartsAt = "It starts at";
export const scorecardsLook =
  "Scorecards look at it in the moment it is registered: owner, description, documentation and links are there from the first commit.";
export const policy = "policy";
export const showFewer = "Show fewer";
export const filesMore = (files: string | number) => `${files} more`;
