export const nothingInTheCatalogYet = "Nothing in the catalog yet";
export const pointCausewayAtWhatYou =
  "Point Causeway at what you have. Every file ends as an entity or as a line that says why not.";
export const somebodyWhoMayImportHas =
  "Somebody who may import has to point Causeway at what you have; ask an admin of this organization.";
export const orFromATerminal = "or from a terminal";
export const copyTheCommand = "Copy the command";
export const theCommandNeedsAnApi =
  "The command needs an API key with the right to import; make one under Settings, API keys.";
