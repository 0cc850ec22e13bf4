export const runsAgain = (job: string) => `${job} runs again`;
export const runAgain = "Run again";
export const discard = "Discard";
export const discardThis = (job: string) => `Discard this ${job}?`;
export const whatItWouldHaveDone =
  "What it would have done is not done, now or later. The audit log keeps that it was discarded.";
export const wasDiscarded = (job: string) => `${job} was discarded`;
