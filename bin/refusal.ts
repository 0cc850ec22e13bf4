/** Something the operator can put right. `message` is one sentence (or two) that says what is wrong and what to do. */
export class Refusal extends Error {}

const diskFull = "The disk is full; make room and run the command again. Nothing that was committed is lost.";

/** What to tell the operator about an error, or null when it is not one they can act on. */
export function sentenceOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof Refusal || error.name === "SettingsError" || error.name === "MigrationError")
    return error.message;
  // A statement and all it was given can be megabytes; the database's own words say what was wrong.
  if (error.message.startsWith("Failed query:") && error.cause instanceof Error)
    return sentenceOf(error.cause) ?? databaseSentence(error.cause);
  // Errors of other modules keep their class but not always their name.
  if (["SettingsError", "MigrationError"].includes(error.constructor.name)) return error.message;
  const code = "code" in error ? error.code : undefined;
  if (code === "ENOSPC" || code === "53100" || /ENOSPC|No space left on device/.test(error.message)) return diskFull;
  if (code === "EROFS")
    return `${error.message}: this file system is read-only; set CAUSEWAY_DATA_DIR to a directory that can be written.`;
  if (code === "EACCES" || code === "EPERM") {
    const path = "path" in error ? String(error.path) : error.message;
    return `This user may not use ${path}; correct its owner, or set CAUSEWAY_DATA_DIR to a directory of yours.`;
  }
  return null;
}

function databaseSentence(error: Error): string {
  if ("code" in error && error.code === "57014")
    return "The database stopped a statement that took too long; run the command again when less else is running. What was committed before is kept.";
  return `The database refused a statement: ${error.message}.`;
}
