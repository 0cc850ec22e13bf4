export const firstWasRemoved = (first: string | number, was: string | number) => `${first}: ${was} removed`;
export const andMore = (short: string | number, changed: string | number) => `${short} and ${changed} more`;
