export const itIsProcessedAgain = "It is processed again";
export const replay = "Replay";
