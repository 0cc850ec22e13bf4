export const actionsHere = "Actions here";
export const membersAndAdminsMayRunThem = "members and admins may run them";
