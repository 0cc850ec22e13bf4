export const setUp = "Set up";
export const setUpCauseway = "Set up Causeway";
export const setUpCausewaySub = "The first organization, and you as its admin.";
