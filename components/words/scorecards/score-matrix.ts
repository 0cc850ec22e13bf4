export const level = "Level";
export const next = "Next";
export const highestLevel = "highest level";
export const missingToNext = (missing: string | number, next: string | number) => `${missing} to ${next}`;
