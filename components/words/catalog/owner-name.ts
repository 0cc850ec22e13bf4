export const noOne = "no one";
export const notInTheCatalog = (title: string) => `${title}: this owner is not in the catalog`;
export const unknown = (title: string) => `${title}, unknown`;
