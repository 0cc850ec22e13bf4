export const viewer = "Viewer";
export const member = "Member";
export const admin = "Admin";
export const you = "you";
export const roleOf = (member: string | number) => `Role of ${member}`;
export const isNow = (member: string | number, role: string | number) => `${member} is ${role} now`;
export const remove = "Remove";
export const removeMember = (member: string | number) => `Remove ${member}?`;
export const theyLoseAccessWithTheir =
  "They lose access with their next click, and the API keys they created stop working. What they did stays on record.";
export const wasRemoved = (member: string | number) => `${member} was removed`;
