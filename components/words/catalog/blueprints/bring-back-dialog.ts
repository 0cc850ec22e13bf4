export const title = (kind: string) => `${kind}, here and as it ships`;
export const description =
  "The shipped one is put into the editor; nothing is saved before you save it. From then on it follows new versions of Causeway again.";
export const same = "What stands in the editor is as it ships. Save it to follow new versions of Causeway again.";
export const differences = "Where the two differ";
export const here = "In the editor";
export const ships = "As it ships";
export const keep = "Keep this one";
export const take = "Take the shipped one";
