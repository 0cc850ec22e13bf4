export const values = "Values";
export const value = (place: number) => `Value ${place}`;
export const valuePlaceholder = "Value";
export const title = (place: number) => `Title of value ${place}`;
export const titlePlaceholder = "Title";
export const color = (place: number) => `Colour of value ${place}`;
export const noColor = "None";
export const colors = {
  gray: "Gray",
  blue: "Blue",
  teal: "Teal",
  green: "Green",
  yellow: "Yellow",
  orange: "Orange",
  red: "Red",
  purple: "Purple",
  pink: "Pink",
};
export const moveUp = (name: string) => `Move ${name || "this value"} up`;
export const moveDown = (name: string) => `Move ${name || "this value"} down`;
export const remove = (name: string) => `Remove ${name || "this value"}`;
export const add = "Add a value";
