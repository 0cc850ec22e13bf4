export const importLabel = "Import";
export const membersAndAdminsMayImport = "Members and admins may import";
