export type CsvCell = string | number | boolean | null | undefined;

// What a spreadsheet takes for the beginning of a formula, also behind white space and in its full-width forms.
const formula = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\0]/;

/**
 * One row of a CSV file (RFC 4180) with its line end. What is not known is an empty cell, not a 0. Text from outside that a spreadsheet
 * would run as a formula gets an apostrophe in front; numbers are numbers and stay as they are.
 */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: CsvCell): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
