export const about = (name: string) => `About the relation with ${name}`;
export const since = "Since";
export const until = "Until";
export const dayHint = "A day, such as 2026-01-31";
export const notSet = "Not set";
export const yesNo = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
];
