/** The address of an entity's page. An identifier may hold a namespace before a slash, which stays a slash. */
export function entityHref(org: string, entity: { blueprint: string; identifier: string }): string {
  const path = entity.identifier.split("/").map(encodeURIComponent).join("/");
  return `/${org}/catalog/${encodeURIComponent(entity.blueprint)}/${path}`;
}
