export const wasCreated = (values: string) => `${values} was created`;
export const createAnOrganization = "Create an organization";
export const createAnOrganizationDescription =
  "It has its own catalog, people and keys, and shares nothing with the others. You are its first admin.";
export const name = "Name";
export const create = "Create";
