export const labels = {
  title: "Title",
  pluralTitle: "Title of many",
  icon: "Icon",
  description: "Description",
  requiredFields: "Fields that are needed",
  allowsOthers: "Other properties",
  verificationDays: "Verification",
  layout: "Overview",
};
export const member = {
  properties: (title: string) => `Property ${title}`,
  relations: (title: string) => `Relation ${title}`,
};
export const order = { properties: "Order of properties", relations: "Order of relations" };
