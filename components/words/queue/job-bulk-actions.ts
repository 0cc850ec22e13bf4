export const runAgain = "Run again";
export const discard = "Discard";
export const whatTheyWouldHaveDone =
  "What they would have done is not done, now or later. The audit log keeps that they were discarded.";
