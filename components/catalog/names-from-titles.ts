/** A name for programs made from one for people: "Service tier" becomes `serviceTier`. */
export function memberName(title: string): string {
  const [first = "", ...rest] = plainWords(title);
  return `${first}${rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")}`.slice(0, 63);
}

/** The same for a kind or an entity: "Service tier" becomes `service-tier`. */
export function hyphenated(title: string): string {
  return plainWords(title).join("-").slice(0, 63);
}

function plainWords(title: string): string[] {
  const words = title
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  while (words[0] !== undefined && /^\d/.test(words[0])) words.shift();
  return words;
}
