export const untitled = "Without a title";
export const isNow = (title: string, place: number, count: number) => `${title} is now ${place} of ${count}`;
export const isRemoved = (title: string) => `${title} was taken out`;
export const remove = (title: string) => `Remove ${title || "this"}`;
export const removeShort = "Remove";
export const moveUp = (title: string) => `Move ${title || "this"} up`;
export const moveDown = (title: string) => `Move ${title || "this"} down`;
