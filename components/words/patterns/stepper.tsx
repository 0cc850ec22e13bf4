import type { ReactNode } from "react";

export const steps = "Steps";
export const stepOf = (now: ReactNode, steps: ReactNode) => (
  <>
    step {now} of {steps}
  </>
);
