export const teams = "Teams";
export const whoWorksTogether =
  "Who works together, in a tree. A team counts the people of its sub-teams, too. Being in a team permits nothing: rights come from roles.";
export const thereIsNoTeamYet = "There is no team yet";
export const thereIsNoTeamText =
  "Groups of the catalog are no teams by themselves: a file that describes people gives nobody a place here.";
