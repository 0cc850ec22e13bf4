export const textAgo = (text: string) => `${text} ago`;
