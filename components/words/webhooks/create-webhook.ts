export const createAWebhook = "Create a webhook";
export const copyTheSecretNow = "Copy the secret now";
export const anAddressThatOneOther =
  "An address that one other system sends events to, signed with a secret of its own.";
export const itIsShownOnce =
  "It is shown once. The sender signs every delivery with it, as Standard Webhooks describes.";
export const whoSends = "Who sends";
export const deployPipeline = "deploy pipeline";
export const create = "Create";
