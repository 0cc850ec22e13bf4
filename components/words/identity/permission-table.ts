export const viewer = "Viewer";
export const member = "Member";
export const admin = "Admin";
export const permissionsByRole = "Permissions by role";
export const may = "May";
export const allowed = "allowed";
export const no = "no";
