export const disable = "Disable";
export const enable = "Enable";
export const serviceAccounts: [one: string, more: string] = ["service account", "service accounts"];
export const theirKeysAreRefused = "Their keys are refused from their next request on, until you enable them again.";
