export const itStartsAt = "It starts at";
export const scorecardsLook = "Scorecards look at it in the moment it is registered.";
export const thereFromTheFirstCommit = "Owner, description, documentation and links are there from the first commit.";
