/** A path with the address that the organization has now in place of the one it had. */
export function movedPath(path: string, former: string, current: string): string {
  const [address = "", ...search] = path.split("?");
  const parts = address.split("/");
  const at = parts.indexOf(former);
  return [parts.with(at < 0 ? 1 : at, current).join("/"), ...search].join("?");
}
