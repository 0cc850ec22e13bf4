export const label = "Default";
export const asJson = 'Written as JSON, such as ["one", "two"]';
export const none = "None";
export const yesNo = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
];
