export const members = "Members";
export const invited = "Invited";
