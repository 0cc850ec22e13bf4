export const recent = "Recent";
export const doLabel = "Do";
export const pages = "Pages";
