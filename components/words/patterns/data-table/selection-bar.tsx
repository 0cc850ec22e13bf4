import type { ReactNode } from "react";

export const selection = "Selection";
export const notOnThisPage = (elsewhere: ReactNode) => <>, {elsewhere} not on this page</>;
export const selected = (selected: ReactNode) => <>{selected} selected</>;
export const esc = "esc";
export const clear = "Clear";
export const refusedNot = (refused: string) => `, ${refused} not`;
export const leftAsTheyWere = (total: string) => `, ${total} left as they were`;
export const outcomeOf = (label: string, done: string, refused: string, left: string) =>
  `${label}: ${done} done${refused}${left}`;
export const stop = "Stop";
export const close = "Close";
export const moreRefused = (count: string) => `and ${count} more, which stay selected`;
export const undo = "Undo";
