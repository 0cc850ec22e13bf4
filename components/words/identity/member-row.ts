export const viewer = "Viewer";
export const member = "Member";
export const admin = "Admin";
export const you = "you";
export const roleOf = (member: string) => `Role of ${member}`;
export const isNow = (member: string, role: string) => `${member} is ${role} now`;
export const remove = "Remove";
export const removeMember = (member: string) => `Remove ${member}?`;
export const theyLoseAccessWithTheir =
  "They lose access with their next click, and the API keys they created stop working. What they did stays on record.";
export const wasRemoved = (member: string) => `${member} was removed`;
