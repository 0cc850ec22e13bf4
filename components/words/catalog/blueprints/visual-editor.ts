export const basics = "Basics";
export const properties = "Properties";
export const moveHint = "Alt and an arrow key move a row";
export const addProperty = "Add a property";
export const noProperties =
  "Every entity has a title, a description, an owner, a type, a lifecycle, tags and links. What else is known of this kind?";
export const relations = "Relations";
export const addRelation = "Add a relation";
export const noRelations = "What does it belong to, depend on, or contain?";
export const needed = "needed";
export const pointsAt = (isMany: boolean, kinds: string[]) =>
  `${isMany ? "Many" : "One"}: ${kinds.length === 0 ? "any kind" : kinds.join(", ")}`;
export const rules = "Rules";
export const list = "List";
export const overview = "Sections of the overview";
