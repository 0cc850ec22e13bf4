export const time = "Time";
export const who = "Who";
export const operation = "Operation";
export const on = "On";
export const door = "Door";
export const whatChanged = "What changed";
export const request = "Request";
export const seal = "Seal";
