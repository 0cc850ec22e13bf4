export const settings = "Settings";
export const timesIn = (org: string | number, timeZone: string | number) => `${org}, times in ${timeZone}.`;
