export const whatCanBeDone = "What can be done";
export const deliveries = "Deliveries";
export const noDeliveryMatches = "No delivery matches";
export const theFilterAboveLeavesNone = "The filter above leaves none.";
export const nothingWasDeliveredYet = "Nothing was delivered yet";
export const nothingWasDeliveredYetText =
  "What the sender signs with the secret of this webhook appears here, also when it cannot be used.";
export const message = "Message";
export const received = "Received";
export const type = "Type";
export const attempts = "Attempts";
export const state = "State";
export const is = "is";
