import type { ReactNode } from "react";

export const somebody = "Somebody";
export const bothVersions = "Both versions";
export const savedMeanwhile = (by: string): ReactNode => (
  <>
    <b>{by} saved this while you were writing.</b> Nothing of yours is lost, and what you did not touch is theirs now.
    Take theirs where you want it, then save again.
  </>
);
export const whereTheTwoDiffer = "Where the two differ";
export const field = "Field";
export const theirsNow = "Theirs, now";
export const yours = "Yours";
export const nothing = "nothing";
export const takeTheirs = "Take theirs";
