export const savedViewsOfEveryKind = "Saved views of every kind";
export const savedViews = "Saved views";
export const yours = "Yours";
export const everybodys = "Everybody's";
export const ofTheTeam = (name: string) => `Of the team ${name}`;
