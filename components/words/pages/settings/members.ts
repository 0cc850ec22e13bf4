export const members = "Members";
export const invited = "Invited";
export const searchMembers = "Search members";
export const partOfAName = "Part of a name or an address, or role:admin";
