export const kinds = { calculated: "calculated", mirrored: "mirrored", aggregated: "aggregated" } as const;
export const how = (kind: keyof typeof kinds, text: string) => `${firstLetter(kinds[kind])}: ${text}`;
export const noAnswer = "no answer";
export const inheritedFrom = "Inherited from";
export const inheritedHow = "It names no owner itself, so it has the owner of what it belongs to.";

function firstLetter(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
