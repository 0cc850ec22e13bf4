export const rotate = "Rotate";
export const rotateName = (name: string) => `Rotate “${name}”`;
export const copyTheKeyNow = "Copy the key now";
export const makesANewKey = "Makes a new key with the same permissions. It is yours, unless a service account owns it.";
export const itIsShownOnceWe = "It is shown once. We store only its hash.";
export const theOldKeyStillWorksFor = "The old key still works for";
export const hours = "hours";
export const theNewOneIsValidFor = "The new one is valid for";
export const days = "days";
