import { numberText } from "#components/words/format.ts";

export const mayDo = "May do";
export const onlyRead = "Only read";
export const clear = "Clear";
export const nothingYet = "Nothing yet";
export const valueOfAll = (value: number, all: number) => `${numberText(value)} of ${numberText(all)}`;
export const permissions = "Permissions";
