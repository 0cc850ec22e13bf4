export type ListParameters = Record<string, string | string[] | undefined>;

/** The address of a list with some parameters changed; `undefined` takes one out. Another filter or order starts at the first page. */
export function listHref(path: string, parameters: ListParameters, changes: ListParameters): string {
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...parameters, cursor: undefined, ...changes })) {
    for (const item of [value ?? []].flat()) next.append(name, item);
  }
  return `${path}${next.size > 0 ? `?${next}` : ""}`;
}
