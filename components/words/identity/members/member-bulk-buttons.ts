export const make = (role: string) => `Make ${role}`;
export const remove = "Remove";
export const members: [one: string, more: string] = ["member", "members"];
export const theyLoseAccess =
  "They lose access with their next click, and the API keys they created stop working. What they did stays on record.";
