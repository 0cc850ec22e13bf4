export const settings = "Settings";
export const timesIn = (org: string, timeZone: string) => `${org}, times in ${timeZone}.`;
