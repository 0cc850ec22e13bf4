export const tier = (tier: number | string) => `Tier ${tier}`;
export const edit = "Edit";
export const runAnAction = "Run an action";
export const archived = "Archived";
