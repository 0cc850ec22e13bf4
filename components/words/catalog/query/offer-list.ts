export const whatCanFollow = "What can be written here";
export const kinds = {
  field: "field",
  property: "property",
  function: "function",
  method: "method",
  operator: "operator",
  value: "value",
  word: "word",
} as const;
