export const notLost = "Not lost";
export const whatYouCanDo = "What you can do";
export const detailsForTheOperator = "Details for the operator";
export const copyRequestId = "Copy request id";
export const request = "Request";
