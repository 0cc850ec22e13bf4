export const now = "Now";
export const levelsNow = "Levels now";
export const level = "Level";
export const count = "Count";
export const share = "Share";
export const changeInAWeek = "Change in a week";
