export const yourOrganizations = "Your organizations";
export const youBelongToNoOrganization = "You belong to no organization";
export const youAreSignedInAs = (email: string) => `You are signed in as ${email}.`;
export const askAnAdminOfYour =
  "Ask an admin of your organization to add you under Settings, Members, with this address.";
export const organizations = "Organizations";
export const deletedAndNotErasedYet = "Deleted, and not erased yet";
export const deletedOrganizations = "Deleted organizations";
