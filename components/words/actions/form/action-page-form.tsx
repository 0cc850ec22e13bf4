import type { ReactNode } from "react";

export const continueLabel = "Continue";
export const becauseOfAnAnswerBefore = "Because of an answer before";
export const becauseTheIs = (name: ReactNode, choice: ReactNode) => (
  <>
    Because the {name} is {choice}
  </>
);
