export const notFound = "Not found";
export const thereIsNothingAtThisAddress = "There is nothing at this address";
export const itMayHaveBeenRenamed = "It may have been renamed or removed, or the address has a typing error.";
export const itMayBelong =
  "It may belong to an organization that you are not a member of: ask whoever gave you the address.";
export const pressKOrCtrlK = "Press ⌘K or Ctrl K and search for its name.";
