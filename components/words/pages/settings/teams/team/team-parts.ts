export const teams = "Teams";
export const people = "People";
export const nobodyIsInThisTeam = "Nobody is in this team yet, and nobody in a team under it.";
export const peopleOfTheTeam = "People of the team";
