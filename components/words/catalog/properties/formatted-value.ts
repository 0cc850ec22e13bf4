export const copy = (address: string) => `Copy ${address}`;
export const notThere = "Not in the catalog";
