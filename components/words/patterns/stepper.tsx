import { numberText } from "#components/words/format.ts";

export const steps = "Steps";
export const stepOf = (now: number, steps: number) => (
  <>
    step {numberText(now)} of {numberText(steps)}
  </>
);
