export const range = "Range";
export const comparedWithTheDaysBefore = (days: string | number) => `compared with the ${days} days before`;
export const compareWithBefore = "compare with before";
export const exportLabel = "Export";
