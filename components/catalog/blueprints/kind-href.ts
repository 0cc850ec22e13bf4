/** The address of the list of kinds. */
export function kindsHref(org: string): string {
  return `/${org}/blueprints`;
}

/** The address of a kind: what it is made of. */
export function kindHref(org: string, identifier: string): string {
  return `${kindsHref(org)}/${encodeURIComponent(identifier)}`;
}
