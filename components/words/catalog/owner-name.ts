export const noOne = "no one";
export const notInTheCatalog = "This owner is not in the catalog";
export const unknown = (title: string) => `${title}, unknown`;
