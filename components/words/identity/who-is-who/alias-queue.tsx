import { numberText } from "#components/words/format.ts";

export const name = { one: "name", many: "names" };
export const setAsideAsNoPerson = "set aside as no person";
export const openAgain = "open again";
export const openAgainOf = (what: string) => `${what} open again`;
export const chooseAll = "Choose all";
export const chosen = (chosen: number) => `${numberText(chosen)} chosen`;
export const names = "Names";
export const acceptIds = (ids: number) => <>Accept {numberText(ids)}</>;
export const idsNames = (ids: number) => `${numberText(ids)} names`;
export const onePerson = "One person";
export const noPerson = "No person";
export const takeBack = "Take back";
