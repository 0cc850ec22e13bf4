export const queue = "Queue";
export const workThatWorkersDo =
  "Work that workers do in the background. A job that fails is tried again by itself, after pauses that grow; one that is dead waits for you. Jobs that are done leave the queue.";
export const jobs = "Jobs";
export const searchWhatWentWrong = "Search what went wrong";
export const searchWhatWentPlaceholder = "Search what went wrong, or state:dead";
