export const wasDisabled = (name: string) => `${name} was disabled`;
export const worksAgain = (name: string) => `${name} works again`;
export const enable = "Enable";
export const disable = "Disable";
export const disableAccount = (name: string) => `Disable ${name}?`;
export const itsKeysAreRefused = "Its keys are refused from their next request on, until you enable it again.";
