/** The address of an entity's page. An identifier may hold a namespace before a slash, which stays a slash. */
export function entityHref(org: string, entity: { blueprint: string; identifier: string }): string {
  const path = entity.identifier.split("/").map(encodeURIComponent).join("/");
  return `/${org}/catalog/${encodeURIComponent(entity.blueprint)}/${path}`;
}

/** The address of the form in which an entity is edited. */
export function editHref(org: string, entity: { blueprint: string; identifier: string }): string {
  return entityHref(org, entity).replace(`/${org}/catalog/`, `/${org}/edit/`);
}

/** The address of the form for something new, of a kind when one is known. */
export function newHref(org: string, kind?: string): string {
  return `/${org}/catalog/new${kind === undefined ? "" : `?kind=${encodeURIComponent(kind)}`}`;
}

/** The address of what was archived, of one kind when one is named. */
export function archivedHref(org: string, kind?: string): string {
  return `/${org}/catalog/archived${kind === undefined ? "" : `?blueprint=${encodeURIComponent(kind)}`}`;
}

/** The address of the reference that is read from a definition; `href` is the page of its entity. */
export function referenceHref(href: string, property: string): string {
  return `${href}?tab=reference${property === "definition" ? "" : `&property=${encodeURIComponent(property)}`}`;
}
