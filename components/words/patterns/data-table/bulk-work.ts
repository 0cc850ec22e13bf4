export const theServerCouldNotBeReached = "The server could not be reached.";
