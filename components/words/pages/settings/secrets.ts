export const secrets = "Secrets";
export const headerOfRequests = "Header of requests";
export const passwordOfAGitServer = "Password of a git server";
export const signatureOfAWebhook = "Signature of a webhook";
export const storeASecret = "Store a secret";
export const valuesAreEncryptedAndUsed =
  "Values are encrypted and used by Causeway only, towards the one address that each is bound to. Nobody can read them back.";
export const noSecretYet = "No secret yet";
export const noSecretYetText =
  "Store one when Causeway has to prove itself to another system. Secrets of webhooks appear here by themselves.";
export const name = "Name";
export const usedAs = "Used as";
export const sentOnlyTo = "Sent only to";
export const lastUsed = "Last used";
export const valueFrom = "Value from";
export const nobody = "nobody";
export const never = "never";
