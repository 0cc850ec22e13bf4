export const notApplicable = "not applicable";
export const notYetEffective = "not yet effective";
