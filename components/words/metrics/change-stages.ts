export const coding = "coding";
export const review = "review";
export const deploy = "deploy";
export const notKnown = "not known";
