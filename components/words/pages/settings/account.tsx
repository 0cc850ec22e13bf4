import type { ReactNode } from "react";

export const yourAccount = "Your account";
export const fromNowOnSignsYou = (linkedName: ReactNode) => <>From now on {linkedName} signs you in too.</>;
export const numberAndDate = (number: string, date: string) => `${number} and ${date}`;
export const firstSteps = "First steps";
export const youPutAwayWhat = "You put away what a new organization does first.";
