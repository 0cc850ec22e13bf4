export const organizations = "Organizations";
export const current = "current";
export const allOrganizations = "All organizations";
export const causeway = "Causeway";
export const switchOrganization = "Switch organization";
