import type { ReactNode } from "react";

export const theyCouldNotBeRead = "They could not be read; try again.";
export const selectAllThatMatch = (total: ReactNode, addition: ReactNode) => (
  <>
    Select all {total}
    {addition} that match
  </>
);
