export const title = "Title";
export const pluralTitle = "Title of many";
export const identifier = "Identifier";
export const identifierHint = "How files, programs and addresses call it; it stays";
export const description = "Description";
export const icon = "Icon";
