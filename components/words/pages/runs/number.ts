export const runNumber = (number: string | number) => `Run #${number}`;
