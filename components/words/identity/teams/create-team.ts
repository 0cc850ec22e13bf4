export const createATeam = "Create a team";
export const wasCreated = (name: string) => `${name} was created`;
export const createATeamDescription = "A team says who works together. It gives nobody rights.";
export const name = "Name";
export const whatItDoes = "What it does";
export const create = "Create";
