export type ForeignForm = "port" | "backstage" | "cortex";

const backstageFilter = /^\s*[a-z][\w.\-/]*\s*=\s*[^\s"'=][^"'=]*(?:,\s*[a-z][\w.\-/]*\s*=\s*[^\s"'=][^"'=]*)*\s*$/iu;

/** Which other products' filters a text that is no query here may be, the likeliest first; none when it looks like none. */
export function foreignForms(text: string): ForeignForm[] {
  const written = text.trim();
  if (written.startsWith("{")) {
    const isOfPort = /"(?:combinator|rules|operator|property)"\s*:/u.test(written);
    return isOfPort ? ["port", "backstage"] : ["backstage", "port"];
  }
  if (/^(?:filter=)/u.test(written) || backstageFilter.test(written)) return ["backstage"];
  return /[a-z_]\.(?:[a-z])|\(|\bentity_descriptor\b/iu.test(written) ? ["cortex"] : [];
}
