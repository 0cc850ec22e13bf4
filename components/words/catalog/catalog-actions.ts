export const blueprints = "Blueprints";
export const blueprint = "Blueprint";
export const newOne = "New";
export const importMore = "Import";
