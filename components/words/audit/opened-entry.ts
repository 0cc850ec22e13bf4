export const beforeAndAfter = "Before and after";
export const nothingMoreWasWrittenDown = "Nothing more was written down.";
export const who = "Who";
export const on = "On";
export const request = "Request";
export const entry = "Entry";
export const seal = "Seal";
export const waitsForItsSeal = "waits for its seal";
