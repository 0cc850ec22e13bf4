export const runNumber = (number: string) => `Run #${number}`;
