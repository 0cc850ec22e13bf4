export const theTextHasMoreThan = "The text has more than 5 MB; import it as several files or from git.";
export const theTextHas = "The text has";
export const theFilesHave = "The files have";
export const moreThan16MbTogether = (what: string) =>
  `${what} more than 16 MB together; import them in parts or from git.`;
