export const derived = "Derived properties";
export const add = "Add a derived property";
export const empty = "Nobody enters these: they are worked out from the entity, or from what it is related to.";
export const kinds = { calculated: "Calculated", mirrored: "Mirrored", aggregated: "Aggregated" };
export const ownership = "Ownership";
export const ownerships = [
  { value: "direct", label: "Named directly", hint: "Whoever an entity names is its owner" },
  {
    value: "inherited",
    label: "Inherited along a path",
    hint: "What names nobody is owned as what it belongs to, however far up",
  },
];
export const because = "Because it is inherited";
