export const hasTheTeamsName = (identifier: string) => `${identifier}, has the team's name`;
export const chooseAGroup = "Choose a group";
export const whichGroupOfTheCatalog = (team: string) => `Which group of the catalog is ${team}?`;
export const whatTheGroupOwnsThen =
  "What the group owns then counts as this team's. Who is in the team stays as it is, whatever the catalog says about the group's members.";
export const group = "Group";
export const nameOfTheGroup = "Name of the group";
export const theCatalogHasNoSuch = "The catalog has no such group that is no other team already.";
export const itIsThisOne = "It is this one";
export const isNoGroupAnyMore = (team: string) => `${team} is no group any more`;
export const notThisOne = "Not this one";
export const isTheGroup = (team: string, group: string) => `${team} is the group ${group}`;
export const isTheGroupAgain = (team: string, group: string) => `${team} is the group ${group} again`;
