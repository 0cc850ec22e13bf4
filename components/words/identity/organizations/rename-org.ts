export const theNameWasChanged = "The name was changed";
export const theOrganizationIsAtNow = (slug: string) => `The organization is at /${slug} now`;
export const name = "Name";
export const inEveryAddressLinks =
  "In every address. Links to the one before go on working for members, and nobody else can take it.";
export const save = "Save";
