export const since = "since";
export const until = "until";
export const ended = "ended";
export const notYet = "not yet";
