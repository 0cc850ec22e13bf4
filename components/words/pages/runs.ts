import { numberText } from "#components/words/format.ts";

export const runs = "Runs";
export const nothingIsRunning = "Nothing is running";
export const oneRunIsOnItsWay = "One run is on its way";
export const runsAreOnTheirWay = (busy: number) => `${numberText(busy)} runs are on their way`;
export const succeededFailedCancelled = (succeeded: number, failed: number, cancelled: number) =>
  `${numberText(succeeded)} succeeded, ${numberText(failed)} failed, ${numberText(cancelled)} cancelled.`;
export const actions = "Actions";
export const runsByStatus = "Runs by status";
export const all = "All";
export const findARun = "Find a run";
export const findARunPlaceholder = "Name or #number, or by:name";
export const action = "Action";
export const is = "is";
export const startedBy = "Started by";
export const contains = "contains";
