import type { ReactNode } from "react";

export const review = "Review";
export const actions = "Actions";
export const youCanLook = "You can look at this form, but not run it.";
export const whatWillHappen = "What will happen";
export const back = "Back";
export const thisStartsTheRun = "This starts the run; it can be cancelled between its steps";
export const nothingHasEffectsUntilYou = "Nothing has effects until you run it on Review";
export const starting = "Starting";
export const run = "Run";
export const continueTo = (names: ReactNode) => <>Continue to {names}</>;
