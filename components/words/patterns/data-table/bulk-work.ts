export const theServerCouldNotBeReached = "The server could not be reached.";
export const undoOf = (label: string) => `Undo: ${label}`;
export const doneOf = (label: string, done: string) => `${label}: ${done} done`;
export const takenBack = (done: string, left: string | null) =>
  left === null ? `${done} as they were` : `${done} as they were, ${left} not: they have changed meanwhile`;
export const progressOf = (label: string, done: string, total: string) => `${label}: ${done} of ${total}`;
export const stop = "Stop";
