import type { ReactNode } from "react";

export const name = { one: "name", many: "names" };
export const setAsideAsNoPerson = "set aside as no person";
export const openAgain = "open again";
export const openAgainOf = (what: string | number) => `${what} open again`;
export const chooseAll = "Choose all";
export const chosen = (chosen: string | number) => `${chosen} chosen`;
export const names = "Names";
export const acceptIds = (ids: ReactNode) => <>Accept {ids}</>;
export const idsNames = (ids: string | number) => `${ids} names`;
export const onePerson = "One person";
export const noPerson = "No person";
export const takeBack = "Take back";
