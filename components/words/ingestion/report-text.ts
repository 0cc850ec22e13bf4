export const createdNew = (created: string | number) => `${created} new`;
export const changed = (changed: string | number) => `${changed} changed`;
export const refused = (refused: string | number) => `${refused} refused`;
export const nothingNewUnchanged = (unchanged: string | number) => `Nothing new, ${unchanged} unchanged`;
export const noEntityFound = "No entity found";
