export const label = "Both versions";
export const saved = (by: string) => (
  <>
    <b>{by} saved this kind while you were writing.</b> Nothing of yours is lost, and what you did not touch is theirs
    now. Take theirs where you want it, then save again.
  </>
);
export const differences = "Where the two differ";
export const part = "Part";
export const theirs = "Theirs, now";
export const yours = "Yours";
export const takeTheirs = "Take theirs";
export const takeTheirsOf = (part: string) => `Take theirs: ${part}`;
export const nothing = "nothing";
