import type { ReactNode } from "react";

export const sources = "Sources";
export const readAgo = (when: ReactNode) => <>Last read {when}</>;
export const saidAgo = (when: ReactNode) => <>Last said {when}</>;
export const failing = "Cannot be read";
export const failingSince = (failure: string | null, when: ReactNode) => (
  <>
    Reading it failed {when}
    {failure === null ? "" : `: ${failure}`} What is shown is from before.
  </>
);
export const gone = "Gone";
export const goneSince = (when: ReactNode) => (
  <>It does not name this any more, since {when}. Archive this if it is gone.</>
);
export const people = "People, by hand";
export const allSources = "All sources";
