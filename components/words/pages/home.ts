export const home = "Home";
export const causewayDoesNotKnowYour = "Causeway does not know your team yet.";
export const component = { one: "component", many: "components" };
export const teamsOwnsEntities = (teams: string, entities: string) => `${teams} owns ${entities}.`;
