export const newSecret = "New secret";
export const newSecretFor = (name: string) => `New secret for “${name}”?`;
export const thePresentOneIsAccepted =
  "The present one is accepted for 24 hours more, so that the sender can be changed without a gap.";
export const makeANewSecret = "Make a new secret";
export const deleteLabel = "Delete";
export const deleteName = (name: string) => `Delete “${name}”?`;
export const theAddressIsClosed =
  "The address is closed at once and its deliveries are deleted. What was recorded from them stays.";
export const wasDeleted = (name: string) => `“${name}” was deleted`;
export const copyTheNewSecretNow = "Copy the new secret now";
export const itIsShownOnce = "It is shown once.";
