export const replace = "Replace";
export const deleteLabel = "Delete";
export const deleteName = (name: string) => `Delete “${name}”?`;
export const whatUsesItFails = "What uses it fails from then on, and says so. The value cannot be brought back.";
export const wasDeleted = (name: string) => `“${name}” was deleted`;
