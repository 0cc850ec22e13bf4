/** Whether a team and a group of the catalog are called the same, however it is written. */
export function hasSameName(team: string, group: { identifier: string; title: string }): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "");
  // An identifier may hold a namespace before a slash.
  const name = group.identifier.split("/").at(-1) ?? "";
  return plain(team) !== "" && [plain(name), plain(group.title)].includes(plain(team));
}
