export const selectRow = (row: string | number) => `Select ${row}`;
export const moreRows = (count: string) => `${count} more`;
