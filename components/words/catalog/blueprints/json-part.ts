export const label = "Definition as JSON";
export const inStep = "The forms show the same: what you change in one stands in the other.";
export const line = (line: number, column: number) => `Line ${line}, column ${column}`;
