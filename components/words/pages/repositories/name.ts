export const repositories = "Repositories";
