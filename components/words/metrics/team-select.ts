export const team = "Team";
export const teamAll = (teams: string | number) => `Team: all ${teams}`;
