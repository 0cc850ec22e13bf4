export const mayDo = "May do";
export const onlyRead = "Only read";
export const clear = "Clear";
export const nothingYet = "Nothing yet";
export const valueOfAll = (value: string | number, all: string | number) => `${value} of ${all}`;
export const permissions = "Permissions";
