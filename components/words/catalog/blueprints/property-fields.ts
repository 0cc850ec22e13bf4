export const identifierIsStored = "With another name, the values that are there stay under this one";
export const type = "Type";
export const isRequired = "Needed";
export const isRequiredHint = "Nothing can be saved without it";
export const description = "Description";
export const descriptionHint = "Stands below the field in forms";
