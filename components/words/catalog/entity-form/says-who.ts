export const byHand = "by hand";
export const nothing = "nothing";
export const backTo = (what: string) => `Back to ${what}`;
export const quoted = (text: string) => `“${text}”`;
