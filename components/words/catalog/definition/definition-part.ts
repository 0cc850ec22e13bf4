export const cannotBeRead = "The definition cannot be read, so there is no reference.";
export const definitions = "Definitions";
export const whereItCannotBeRead = "Where it cannot be read";
export const place = (line: number, column: number | null) =>
  column === null ? `Line ${line}: ` : `Line ${line}, character ${column}: `;
