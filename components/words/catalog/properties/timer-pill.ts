export const over = (text: string, isDate: boolean) => (isDate ? `over since ${text}` : `over for ${text}`);
export const ends = (text: string, isDate: boolean) => (isDate ? `ends on ${text}` : `ends in ${text}`);
