export const isStored = (name: string) => `“${name}” is stored`;
export const hasANewValue = (name: string) => `“${name}” has a new value`;
export const storeASecret = "Store a secret";
export const replaceStored = (stored: string) => `Replace “${stored}”`;
export const itIsEncryptedAtOnce =
  "It is encrypted at once. Nobody can read it back, here or through the API; it can only be replaced.";
export const name = "Name";
export const ciToken = "CI token";
export const usedAs = "Used as";
export const headerOfRequests = "Header of requests";
export const passwordOfAGitServer = "Password of a git server";
export const sentOnlyTo = "Sent only to";
export const sentOnlyToHint = "Scheme and host. To send it elsewhere later, the value has to be entered again.";
export const value = "Value";
export const store = "Store";
export const replace = "Replace";
