export const sections = "Sections";
export const add = "Add a section";
export const empty = "All properties stand under one heading, in their order.";
export const nothing = "No properties yet";
export const title = "Title";
export const properties = "Properties";
export const propertiesHint = "In the order in which they are chosen; all others follow below";
