/** A title as it stands within a sentence: "Components" as "components"; "APIs" and "AI resources" as they are. */
export function inSentence(title: string): string {
  return /^\p{Lu}\p{Lu}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
