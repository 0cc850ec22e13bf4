import type { ReactNode } from "react";

export const person = { one: "person", many: "people" };
export const addedJoinedTeam = (added: string, team: string) => `${added} joined ${team}`;
export const addPeople = "Add people";
export const addPeopleTo = (team: string) => `Add people to ${team}`;
export const itChangesNothingOfWhat = "It changes nothing of what they may do.";
export const people = "People";
export const nameOrEMail = "Name or e-mail";
export const noMemberOfTheOrganization = "No member of the organization of this name who is not in the team.";
export const add = "Add";
export const through = (through: ReactNode) => <>through {through}</>;
export const removeFrom = (member: string, team: string) => `Remove ${member} from ${team}`;
export const memberLeftTeam = (member: string, team: string) => `${member} left ${team}`;
export const remove = "Remove";
export const isInTeamAgain = (name: string, team: string) => `${name} is in ${team} again`;
