import type { ReactNode } from "react";

export const organization = "Organization";
export const nameAndAddress = "Name and address";
export const name = "Name";
export const address = "Address";
export const since = "Since";
export const formerAddresses = "Former addresses";
export const givenUpLeadsHere = (time: ReactNode) => <>given up {time}, leads here</>;
export const leaveOrDelete = "Leave or delete";
export const leave = "Leave";
