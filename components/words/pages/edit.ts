export const catalog = "Catalog";
export const edit = "Edit";
export const editThing = (name: string) => `Edit ${name}`;
