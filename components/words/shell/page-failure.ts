export const thisPageCouldNotBeBuilt = "This page could not be built";
export const nothingWasChangedOrLost = "Nothing was changed or lost; only showing it failed.";
export const tryAgainADatabase = "Try again: a database that restarts is back within seconds.";
export const openAnotherPage = "Open another page from the sidebar; most likely only this one is affected.";
export const ifItStaysGive = "If it stays, give the id below to an operator: it is in the log.";
export const tryAgain = "Try again";
