export const createdNew = (created: string) => `${created} new`;
export const changed = (changed: string) => `${changed} changed`;
export const refused = (refused: string) => `${refused} refused`;
export const nothingNewUnchanged = (unchanged: string) => `Nothing new, ${unchanged} unchanged`;
export const noEntityFound = "No entity found";
