export const noSourcesYet = "No sources yet";
export const pointCausewayAtWhatYou =
  "Point Causeway at what you have. You see a dry run first, and every file is accounted for.";
export const membersAndAdmins =
  "Members and admins of this organization may import; ask one of them to point Causeway at what you have.";
