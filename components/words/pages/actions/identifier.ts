export const withTheAnswersOfRun = (number: string | number, description: string | number) =>
  `With the answers of run #${number}. ${description}`;
export const yourRoleInIsMembers = (org: string | number, role: string | number) =>
  `Your role in ${org} is ${role}. Members and admins may run it; ask an admin to change your role.`;
