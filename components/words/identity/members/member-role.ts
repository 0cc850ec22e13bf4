export const viewer = "Viewer";
export const member = "Member";
export const admin = "Admin";
export const roleOf = (name: string) => `Role of ${name}`;
export const isNow = (name: string, role: string) => `${name} is ${role} now`;
export const isAgain = (name: string, role: string) => `${name} is ${role} again`;
