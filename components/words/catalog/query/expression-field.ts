export const matchesOf = (count: string, total: string) => `matches ${count} of ${total}`;
