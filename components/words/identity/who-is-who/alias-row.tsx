import type { ReactNode } from "react";

export const chooseShown = (shown: string) => `Choose ${shown}`;
export const acceptShown = (shown: string) => `Accept ${shown}`;
export const accept = "Accept";
export const choose = "Choose";
export const noPersonFor = (shown: string) => `No person: ${shown}`;
export const noPerson = "No person";
export const takeBackWhatWasSaidAbout = (shown: string) => `Take back what was said about ${shown}`;
export const takeBack = "Take back";
export const saidBy = (decidedBy: ReactNode, time: ReactNode) => (
  <>
    , said by {decidedBy} {time}
  </>
);
export const noPersonInline = (addition: string) => `no person${addition}`;
export const nobodyIsKnown = "nobody is known";
export const mayBe = "may be";
export const is = "is";
export const noMemberAnyMore = ", no member any more";
