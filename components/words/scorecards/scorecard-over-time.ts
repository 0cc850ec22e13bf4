export const today = "today";
export const overTime = "Over time";
export const weeks = "12 weeks";
export const nothingHasBeenScoredYet = "Nothing has been scored yet.";
export const scoredSinceWhatTheLevels = (day: string) =>
  `Scored since ${day}. What the levels were before is not known.`;
