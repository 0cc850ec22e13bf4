export const changed = "Changed";
export const description = "Description";
export const identifier = "Identifier";
export const lifecycle = "Lifecycle";
export const name = "Name";
export const owner = "Owner";
export const tags = "Tags";
export const type = "Type";
