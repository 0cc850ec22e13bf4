import { safeHref } from "#components/catalog/safe-href.ts";

type Place = {
  kind: string;
  location: string;
  revision: string | null;
  origin: { file: string; line: number | null } | null;
};

/** Where a browser shows the file that describes an entity, at the commit that was read; the repository where the host is not known. */
export function placeHref({ kind, location, revision, origin }: Place): string | null {
  if (kind !== "git") return null;
  const base = safeHref(location.replace(/#.*$/, "").replace(/\.git\/?$/, ""));
  const host = base === null ? undefined : URL.parse(base)?.hostname;
  if (base === null || host === undefined) return null;
  if (origin === null || revision === null) return base;
  const file = origin.file.split("/").map(encodeURIComponent).join("/");
  const line = origin.line === null ? "" : `#L${origin.line}`;
  if (host.includes("gitlab")) return `${base}/-/blob/${revision}/${file}${line}`;
  if (host.includes("github")) return `${base}/blob/${revision}/${file}${line}`;
  return base;
}
