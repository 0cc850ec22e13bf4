export const cannotBeEmpty = "Cannot be empty";
export const useANumber = "Use a number";
export const useNumbers = "Use numbers, one per line";
export const isNoJson = (why: string) => `This is no JSON: ${why}`;
export const itCannotBeRead = "it cannot be read";
export const writePair = (line: string) => `Write key: value, not “${line}”`;
