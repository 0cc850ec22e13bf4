export const view = "View";
export const columns = "Columns";
export const moveUp = (column: string) => `Move ${column} up`;
export const moveDown = (column: string) => `Move ${column} down`;
export const rowsStand = "Rows stand";
export const comfortably = "Comfortably";
export const close = "Close";
export const rowsOnAPage = "Rows on a page";
export const asItWas = "As it was";
