export const team = "Team";
export const subTeams = "Sub-teams";
export const addASubTeam = "Add a sub-team";
export const noTeamStandsUnderThisOne = "No team stands under this one.";
