/** The rules for fields of a descriptor, as Backstage publishes them (catalog-model 1.10). None has nested repetition that can backtrack. */
const maxPartLength = 63;
const maxPrefixLength = 253;
const dnsLabel = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/;
const objectName = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

const isPart = (text: string, rule: RegExp) => text.length >= 1 && text.length <= maxPartLength && rule.test(text);
const isDnsSubdomain = (text: string) =>
  text.length >= 1 && text.length <= maxPrefixLength && text.split(".").every((label) => isPart(label, dnsLabel));

export const isObjectName = (text: string) => isPart(text, objectName);
export const isNamespace = (text: string) => isPart(text, dnsLabel);
/** Backstage has no hyphens in kinds; ours have, as in `pull-request`. */
export const isKind = (text: string) => isPart(text, /^[a-zA-Z][a-z0-9A-Z-]*$/);
export const isTag = (text: string) => isPart(text, /^[a-z0-9:+#]+(?:-[a-z0-9:+#]+)*$/);
export const isLabelValue = (text: string) => text === "" || isObjectName(text);

/** `v1alpha1`, or `example.com/v1`. */
export function isApiVersion(text: string): boolean {
  const parts = text.split("/");
  const suffix = parts.pop() ?? "";
  return (
    isPart(suffix, /^[a-z0-9A-Z]+$/) && (parts.length === 0 || (parts.length === 1 && isDnsSubdomain(parts[0] ?? "")))
  );
}

/** Key of a label or annotation: a name, with at most one domain and slash in front. */
export function isQualifiedKey(text: string): boolean {
  const parts = text.split("/");
  const name = parts.pop() ?? "";
  return isObjectName(name) && (parts.length === 0 || (parts.length === 1 && isDnsSubdomain(parts[0] ?? "")));
}
