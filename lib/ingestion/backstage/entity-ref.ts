/** A reference to an entity, as in `component:default/artist-lookup`. All parts in lower case. */
export type EntityRef = { kind: string; namespace: string; name: string };

/**
 * Reads `[<kind>:][<namespace>/]<name>`. The first colon ends the kind only when it stands before the first slash.
 * @returns the reference, or a sentence about what is wrong with it.
 */
export function parseEntityRef(
  text: string,
  defaults: { kind?: string | undefined; namespace: string },
): EntityRef | string {
  const slash = text.indexOf("/");
  const colon = text.indexOf(":");
  const hasKind = colon >= 0 && (slash < 0 || colon < slash);
  const kind = hasKind ? text.slice(0, colon) : defaults.kind;
  const rest = hasKind ? text.slice(colon + 1) : text;
  const restSlash = rest.indexOf("/");
  const namespace = restSlash >= 0 ? rest.slice(0, restSlash) : defaults.namespace;
  const name = restSlash >= 0 ? rest.slice(restSlash + 1) : rest;
  if (kind === undefined)
    return `"${shorten(text)}" does not say which kind it means; write it as kind:${shorten(text)}`;
  if (kind === "" || namespace === "" || name === "")
    return `"${shorten(text)}" is not a reference; write it as kind:namespace/name`;
  const ref = { kind: kind.toLowerCase(), namespace: namespace.toLowerCase(), name: name.toLowerCase() };
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(ref.kind))
    return `"${shorten(ref.kind)}" is not a kind; a kind is letters, digits and hyphens`;
  if (identifierOf(ref).length > maxIdentifierLength)
    return `"${shorten(text)}" is too long; a reference has at most ${maxIdentifierLength} characters`;
  return ref;
}

const maxIdentifierLength = 200;

/** The identifier in the catalog: the name, with its namespace in front unless that is the default one. */
export function identifierOf(ref: { namespace: string; name: string }): string {
  const name = ref.name.toLowerCase();
  return ref.namespace.toLowerCase() === "default" ? name : `${ref.namespace.toLowerCase()}/${name}`;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
