export const somethingWentWrong = "Something went wrong";
export const thisPageCouldNotBeBuilt = "This page could not be built";
export const nothingWasChangedOrLost = "Nothing was changed or lost; only showing it failed.";
export const tryAgain = "Try again";
