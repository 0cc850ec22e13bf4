import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const needsYou = "Needs you";
export const moreInScorecards = (needs: number) => `${numberText(needs)} more in scorecards`;
export const wholeInbox = "Whole inbox";
export const yourRunFailed = (run: ReactNode) => <>Your run {run} failed</>;
export const stoppedAfterOfSteps = (number: number, stepsDone: number, stepCount: number) =>
  `#${number} stopped after ${numberText(stepsDone)} of ${numberText(stepCount)} steps`;
export const openTheRun = "Open the run";
export const seeToIt = "See to it";
export const cannotBeJudgedOn = "cannot be judged on";
export const misses = "misses";
export const theLastRuleBefore = (level: string) => `the last rule before ${level}`;
export const levelRule = (level: string) => `${level} rule`;
export const fixIt = "Fix it";
export const causewayDoesNotKnowYourTeam = "Causeway does not know your team";
export const youHaveNoEMailAddress = "You have no e-mail address here";
export const nobodyInTheCatalogHas = (email: string) => `Nobody in the catalog has the address ${email}`;
export const causewayDoesNotKnowText =
  ", and no team is set in your membership. Once either is there, what your team owns and what fails on it stands here.";
export const nothingWaitsForYou = "Nothing waits for you";
export const nothingWaitsForYouText = (teams: ReactNode) => (
  <>No rule keeps a component of {teams} from its highest level, and no run of yours failed this week.</>
);
