export const withTheAnswersOfRun = (number: number, description: string) =>
  `With the answers of run #${number}. ${description}`;
export const yourRoleInIsMembers = (org: string, role: string) =>
  `Your role in ${org} is ${role}. Members and admins may run it; ask an admin to change your role.`;
