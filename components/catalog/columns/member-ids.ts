/** How columns of a kind's own members are called: `properties.tier`, `relations.dependsOn`. */
export const [ofProperties, ofRelations] = ["properties.", "relations."] as const;

/** Whether a column is one of a kind's own, and means nothing for another kind. */
export function isMemberId(id: string): boolean {
  return id.startsWith(ofProperties) || id.startsWith(ofRelations);
}

/** The properties and relations among columns, as `entity.list` is asked for them. */
export function askedMembers(columns: readonly string[]): { properties: string[]; relations: string[] } {
  const after = (prefix: string) => columns.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
  return { properties: after(ofProperties), relations: after(ofRelations) };
}
