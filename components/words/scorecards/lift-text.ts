export const fixingTheFirstThreeLifts = (lifted: string, noun: string) =>
  `Fixing the first three lifts ${lifted} ${noun} a level`;
