export const titleHint = "As one reads it from here: Part of, Depends on";
export const identifierIsStored = "With another name, the relations that are there stay under this one";
export const targets = "Points at";
export const targetsHint = "The kinds that can be chosen; none means any";
export const anyKind = "Any kind";
export const howMany = "How many";
export const counts = [
  { value: "one", label: "One" },
  { value: "many", label: "Many" },
];
export const inverseTitle = "Title at the other end";
export const inverseTitleHint = "As one reads it from there: Parts, Used by";
export const description = "Description";
export const isRequired = "Needed";
export const isRequiredHint = "Nothing can be saved without it";
export const hasDates = "From when to when it holds";
export const hasDatesHint =
  "Each relation may have a day it begins and a day it ends; outside of them it is kept and does not count";
export const properties = "What is said of the relation itself";
export const propertiesHint = "Such as the role of a member, or how much of something is used";
export const addProperty = "Add a property of the relation";
export const noProperties = "Nothing but what it points at.";
