export const remove = "Remove";
export const removeMember = (name: string) => `Remove ${name}?`;
export const theyLoseAccess =
  "They lose access with their next click, and the API keys they created stop working. What they did stays on record.";
export const wasRemoved = (name: string) => `${name} was removed`;
