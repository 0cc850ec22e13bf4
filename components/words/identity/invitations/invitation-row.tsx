import type { ReactNode } from "react";

export const expired = "expired";
export const letterSent = (time: ReactNode) => <>, letter sent {time}</>;
export const openUntil = "open until";
export const newLink = "New link";
export const takeBack = "Take back";
export const takeTheInvitationOfBack = (email: string) => `Take the invitation of ${email} back?`;
export const itsLinkDoesNotOpen = "Its link does not open any more.";
export const theInvitationOfWasTakenBack = (email: string) => `The invitation of ${email} was taken back`;
export const aNewLinkFor = (email: string) => `A new link for ${email}`;
export const itIsShownOnce = "It is shown once. The link before does not open any more.";
export const invitationLink = "Invitation link";
