export const typeToSearch = "Type to search";
export const noneOfThatName = "The catalog has none of that name.";
export const notSet = "Not set";
export const yes = "Yes";
export const no = "No";
export const title = "Title";
