import { numberText } from "#components/words/format.ts";

export const rename = "Rename";
export const renameTeam = (team: string) => `Rename ${team}`;
export const name = "Name";
export const whatItDoes = "What it does";
export const save = "Save";
export const move = "Move";
export const moveTeam = (team: string) => `Move ${team}`;
export const itsSubTeamsComeAlong = "Its sub-teams come along.";
export const itsSubTeamMovesUp = " Its sub-team moves up.";
export const itsSubTeamsMoveUp = (subteams: number) => ` Its ${numberText(subteams)} sub-teams move up.`;
export const deleteLabel = "Delete";
export const deleteTeam = (team: string) => `Delete ${team}?`;
export const itsPeopleStayMembers = (moved: string) =>
  `Its people stay members of the organization with the same rights, and the catalog stays as it is.${moved}`;
export const deleteTheTeam = "Delete the team";
export const theTeamWasChanged = "The team was changed";
export const wasMoved = (team: string) => `${team} was moved`;
export const theTeamIsAgain = (name: string) => `The team is ${name} again`;
export const isWhereItWas = (name: string) => `${name} is where it was`;
