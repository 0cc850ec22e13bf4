export const runsAgain = (job: string | number) => `${job} runs again`;
export const runAgain = "Run again";
export const discard = "Discard";
export const discardThis = (job: string | number) => `Discard this ${job}?`;
export const whatItWouldHaveDone =
  "What it would have done is not done, now or later. The audit log keeps that it was discarded.";
export const wasDiscarded = (job: string | number) => `${job} was discarded`;
