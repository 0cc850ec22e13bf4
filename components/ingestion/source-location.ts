/** Takes apart where a git source is: an address with `#branch:folder` behind it when only a part is read. */
export function readLocation(location: string): { url: string; ref: string; path: string } {
  const hash = location.indexOf("#");
  if (hash < 0) return { url: location, ref: "", path: "" };
  const part = location.slice(hash + 1);
  const colon = part.indexOf(":");
  const url = location.slice(0, hash);
  return colon < 0 ? { url, ref: part, path: "" } : { url, ref: part.slice(0, colon), path: part.slice(colon + 1) };
}

/** The address of the import form, filled in for reading a git source once more. */
export function importAgainHref(org: string, location: string): string {
  const given = Object.entries(readLocation(location)).filter(([, value]) => value !== "");
  return `/${org}/sources/import?${new URLSearchParams([["kind", "git"], ...given])}`;
}
