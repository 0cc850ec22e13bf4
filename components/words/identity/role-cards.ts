export const viewer = "Viewer";
export const member = "Member";
export const admin = "Admin";
