/**
 * What is wrong with the characters of a text, or null. PostgreSQL stores neither NUL nor half of a surrogate pair, so both are found
 * where the text comes in, where its place can still be named.
 */
export function findBadCharacter(text: string): string | null {
  if (text.includes("\0")) return "has a NUL character; remove it";
  if (!text.isWellFormed()) return "has half of a surrogate pair, which is not a character; correct or remove it";
  return null;
}
