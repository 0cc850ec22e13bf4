export const filters = "Filters";
export const search = "Search";
export const searchIn = (title: string) => `Search in ${title}`;
export const noneLikeIt = "No value like it";
export const showMore = (count: string, title: string) => `${count} more of ${title}`;
export const showFewer = (title: string) => `Fewer of ${title}`;
