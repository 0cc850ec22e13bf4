export const nobodyYet = "nobody yet";
export const person = { one: "person", many: "people" };
export const allFromSubTeams = (people: string | number) => `${people}, all from sub-teams`;
export const includesFromSubTeams = (people: string | number, included: string | number) =>
  `${people}, includes ${included} from sub-teams`;
