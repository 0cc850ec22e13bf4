export const bringBack = "Compare with the shipped one";
export const deleteKind = "Delete kind";
