export const label = "Path";
export const hint = "The identifiers of relations, followed one after another; back means from what they point at";
export const relation = (place: number) => `Relation of step ${place}`;
export const relationPlaceholder = "partOf";
export const direction = (place: number) => `Direction of step ${place}`;
export const directions = [
  { value: "outgoing", label: "Along" },
  { value: "incoming", label: "Back" },
];
export const remove = (place: number) => `Remove step ${place}`;
export const add = "Add a step";
