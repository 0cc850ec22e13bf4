export const cloningAndReadingTheRepository = "Cloning and reading the repository";
export const readingTheText = "Reading the text";
export const file = { one: "file", many: "files" };
export const sendingAndReading = (files: string) => `Sending and reading ${files}`;
export const thenWritingToTheCatalog = (what: string) => `${what}, then writing to the catalog`;
export const noAnswerCameLook = "No answer came. Look at the connection and check again; nothing was written.";
export const noAnswerCameLookAtTheRecent =
  "No answer came. Look at the recent imports before you try again: it may have arrived.";
export const youAreSignedOutSign = "You are signed out. Sign in in another tab and press again; all is kept here.";
