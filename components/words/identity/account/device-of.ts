export const aBrowserThatDoes = "A browser that does not say which";
export const aBrowser = "A browser";
