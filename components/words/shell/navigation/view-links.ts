export const savedViews = "Saved views";
export const savedViewsOfEveryKind = "Saved views of every kind";
export const moreViews = (count: number) => `${count} more`;
