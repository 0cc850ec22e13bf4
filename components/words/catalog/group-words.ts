export const team = "Team";
export const lifecycle = "Lifecycle";
export const type = "Type";
export const kind = "Kind";
