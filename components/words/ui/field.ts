export const optional = "optional";
