export const selectRow = (row: string) => `Select ${row}`;
export const moreRows = (count: string) => `${count} more`;
