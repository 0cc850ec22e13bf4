export const textAgo = (text: string | number) => `${text} ago`;
