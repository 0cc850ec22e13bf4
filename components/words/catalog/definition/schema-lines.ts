export const partsOf = (label: string) => `Parts of ${label}`;
export const required = "required";
export const deprecated = "deprecated";
export const example = "Example";
