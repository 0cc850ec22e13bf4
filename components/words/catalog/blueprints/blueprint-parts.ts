export const labels = {
  title: "Title",
  pluralTitle: "Title of many",
  icon: "Icon",
  description: "Description",
  ownership: "Ownership",
  requiredFields: "Fields that are needed",
  allowsOthers: "Other properties",
  verificationDays: "Verification",
  layout: "Overview",
  columns: "Columns of the list",
};
export const member = {
  properties: (title: string) => `Property ${title}`,
  derived: (title: string) => `Derived property ${title}`,
  relations: (title: string) => `Relation ${title}`,
};
export const order = {
  properties: "Order of properties",
  derived: "Order of derived properties",
  relations: "Order of relations",
};
